"""Every action of the window: its words, shortcut, icon, and its place in the menus."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QToolBar

from lookalike.gui.theme import Theme
from lookalike.settings import GENTLY

_Key = QKeySequence.StandardKey
Shortcut = str | QKeySequence.StandardKey | tuple[str, ...]
Entry = QAction | QMenu | None


class Actions(QObject):
    """Holds the actions; whoever owns this connects them and says when they make sense."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icons: list[tuple[QAction, str]] = []
        self._make_import()
        self._make_search()
        self._make_photo()
        self._make_labels()
        self._make_file_work()
        self._make_view()
        self.quit.setMenuRole(QAction.MenuRole.QuitRole)
        self.about.setMenuRole(QAction.MenuRole.AboutRole)
        theme.changed.connect(self._dress)
        self._dress()

    def _make_import(self) -> None:
        make = self._make
        self.import_folder = make(
            self.tr("&Import Folder…"),
            "Ctrl+Shift+O",
            "import-folder",
            self.tr("Bring a folder of photos in"),
        )
        self.rescan = make(
            self.tr("Look for &New Photos"),
            "Ctrl+R",
            "rescan",
            self.tr("Look through the folders again"),
        )
        self.pause_import = make(self.tr("&Pause Importing"), "Ctrl+Shift+P", "pause")
        self.stop_import = make(
            self.tr("&Stop Importing"),
            "Ctrl+.",
            "stop",
            self.tr("Stop importing; what is done is kept"),
        )
        self.folders = make(
            self.tr("Fol&ders"),
            "Ctrl+Shift+D",
            "folders",
            self.tr("The library's folders, and what they leave out"),
        )
        self.problems = make(
            self.tr("P&roblems"),
            "Ctrl+U",
            "picture-off",
            self.tr("Files that are not in the library, and why"),
        )
        self.quit = make(self.tr("&Quit"), "Ctrl+Q", "quit")
        self.gently = QActionGroup(self)
        gentle = (self.tr("On &Battery"), self.tr("&Always"), self.tr("&Never"))
        for name, text in zip(GENTLY, gentle, strict=True):
            self._add_gentle_choice(name, text)

    def _make_search(self) -> None:
        make = self._make
        self.open_picture = make(
            self.tr("&Open Picture…"),
            _Key.Open,
            "picture",
            self.tr("Find photos similar to a picture file"),
        )
        self.paste = make(
            self.tr("&Paste Picture"),
            _Key.Paste,
            "paste",
            self.tr("Find photos similar to the picture you copied"),
        )
        self.find_similar = make(
            self.tr("Find &Similar"),
            "Ctrl+F",
            "similar",
            self.tr("Find photos similar to this one"),
        )
        self.more_like_this = make(
            self.tr("More L&ike This"),
            ("Alt++", "Alt+="),
            "plus",
            self.tr("Add this photo to the search"),
        )
        self.less_like_this = make(
            self.tr("&Less Like This"),
            "Alt+-",
            "minus",
            self.tr("Search for what this photo is not"),
        )
        self.region = make(
            self.tr("By a P&art of It…"),
            "Ctrl+Shift+F",
            "crop",
            self.tr("Search by a part of the picture"),
        )
        self.compare_ways = make(
            self.tr("Compare &Ways"),
            "Ctrl+Shift+E",
            "side-by-side",
            self.tr("This search by content, colours, shape, …, side by side"),
        )
        self.evaluate = make(
            self.tr("&Evaluate…"),
            "F6",
            "evaluate",
            self.tr("Measure which way to compare finds most of what is right"),
        )
        self.filter = make(
            self.tr("Fil&ter"),
            ("Ctrl+K", "/"),
            "search",
            self.tr("Filter by name, folder, date, camera, …"),
        )
        self.save_search = make(
            self.tr("Sa&ve Search"),
            "Ctrl+S",
            "star",
            self.tr("Keep this search; it finds new photos too"),
        )
        self.why_not = make(
            self.tr("Why Is a Photo &Not Here…"),
            "Ctrl+Shift+N",
            "picture-off",
            self.tr("Explain why a photo that you expected is not among the results"),
        )
        self.back = make(self.tr("&Back"), "Alt+Left", "back")
        self.forward = make(self.tr("&Forward"), "Alt+Right", "forward")
        self.show_all = make(
            self.tr("All P&hotos"),
            ("Ctrl+L", "Alt+Home"),
            "photos",
            self.tr("Show all photos"),
        )
        self.escape = make(self.tr("&Close Photo or Results"), "Escape", "close")

    def _make_photo(self) -> None:
        make = self._make
        self.view_photo = make(
            self.tr("&View Photo"),
            "Ctrl+Return",
            "view",
            self.tr("Show the photo large"),
        )
        self.compare = make(
            self.tr("Co&mpare"),
            "Ctrl+E",
            "compare",
            self.tr("Show two to four chosen photos side by side"),
        )
        self.layers = make(
            self.tr("What the &Network Sees"),
            "Ctrl+I",
            "layers",
            self.tr("Look into the layers of the network, on this photo"),
        )
        self.why = make(
            self.tr("&Why These Two?"),
            "Ctrl+Shift+W",
            "why",
            self.tr("Explain why a result is like the query, or two chosen photos like each other"),
        )
        self.open_file = make(
            self.tr("&Open With Its Program"),
            "Ctrl+Shift+Return",
            "open",
            self.tr("Open the photo elsewhere"),
        )
        self.show_in_folder = make(self.tr("Show in Fol&der"), "Ctrl+Shift+L", "folder")
        self.copy = make(
            self.tr("&Copy"),
            _Key.Copy,
            "copy",
            self.tr("Copy the chosen photos' files"),
        )
        self.copy_image = make(
            self.tr("Copy the &Picture Itself"),
            "Ctrl+Alt+C",
            "picture",
            self.tr("For programs that take no files"),
        )
        self.select_all = make(self.tr("Select &All"), _Key.SelectAll, "")

    def _make_labels(self) -> None:
        self.label = self._make(
            self.tr("&Label…"),
            "L",
            "label",
            self.tr("Label the chosen photos: type a name"),
        )
        self.teach = self._make(
            self.tr("&Teach…"),
            "F7",
            "teach",
            self.tr("Teach the program your labels, and see how well it tells them"),
        )
        self.suggestions = self._make(
            self.tr("Su&ggestions"),
            "F8",
            "suggestions",
            self.tr("Photos that may deserve your labels, to accept or reject"),
        )
        # Filled whenever it opens.
        self.labels = QMenu(self.tr("La&bels"))
        # No everyday work.
        self.labels_from_folders = QAction(self.tr("Labels from &Folders…"), self)
        self.labels_from_keywords = QAction(self.tr("Labels from Photo &Keywords…"), self)
        self.labels_from_table = QAction(self.tr("Labels from a T&able (CSV)…"), self)
        self.export_labels = QAction(self.tr("&Export Labels…"), self)
        self.export_work = QAction(self.tr("Export &Everything You Made…"), self)
        self.restore_work = QAction(self.tr("Restore What &You Made…"), self)
        self.without_keys = (
            *(self.labels_from_folders, self.labels_from_keywords, self.labels_from_table),
            *(self.export_labels, self.export_work, self.restore_work),
        )

    def _make_file_work(self) -> None:
        make = self._make
        self.undo = make(
            self.tr("&Undo"),
            _Key.Undo,
            "undo",
            self.tr("Take back what was done last"),
        )
        self.copy_to = make(self.tr("Copy &To…"), "Ctrl+Shift+C", "copy-to")
        self.move_to = make(self.tr("Mov&e To…"), "Ctrl+Shift+M", "move-to")
        self.link_to = make(
            self.tr("&Hard-Link To…"),
            "Ctrl+Shift+H",
            "link",
            self.tr("A second name for the same file"),
        )
        self.trash = make(self.tr("Move to T&rash…"), "Delete", "trash")
        self.export_list = make(
            self.tr("Export &List…"),
            "Ctrl+Shift+T",
            "export",
            self.tr("A table of these photos"),
        )
        self.export_sheet = make(
            self.tr("Export Contact S&heet…"),
            "Ctrl+P",
            "sheet",
            self.tr("These photos on pages"),
        )

    def _make_view(self) -> None:
        make = self._make
        self.sidebar = make(self.tr("&Sidebar"), "Ctrl+B", "", is_checkable=True)
        self.larger = make(
            self.tr("&Larger"), ("Ctrl++", "Ctrl+="), "larger", self.tr("Larger photos")
        )
        self.smaller = make(self.tr("S&maller"), "Ctrl+-", "smaller", self.tr("Smaller photos"))
        self.usual_size = make(self.tr("&Usual Size"), "Ctrl+0", "")
        self.demo = make(
            self.tr("&Tour of the Layers"),
            "F5",
            "tour",
            self.tr("Show what the network sees, photo by photo, in full screen"),
        )
        self.full_screen = make(self.tr("&Full Screen"), "F11", "full-screen", is_checkable=True)
        self.shortcuts = make(self.tr("&Keyboard Shortcuts"), ("F1", "?"), "keyboard")
        self.about = make(self.tr("&About Lookalike"), "Shift+F1", "info")

    def fill_menu_bar(self, bar: QMenuBar) -> None:
        """File, Edit, Find, Photo, Labels, View, Help."""
        for name, entries in self._menus():
            _fill(bar.addMenu(name), entries)

    def titles(self) -> list[tuple[str, list[QAction]]]:
        """Each menu's name and its actions, for a list of shortcuts."""
        return [
            (
                name.replace("&", ""),
                [each for each in entries if isinstance(each, QAction) and not each.menu()],
            )
            for name, entries in self._menus()
        ]

    def fill_tool_bar(self, bar: QToolBar) -> None:
        """What a person does often."""
        bar.setIconSize(QSize(20, 20))
        bar.addActions([self.back, self.forward, self.show_all])
        bar.addSeparator()
        bar.addActions([self.open_picture, self.import_folder])

    def fit_tool_bar(self, bar: QToolBar, *, is_tight: bool) -> None:
        """Where it is tight, icons have to do without words."""
        style = Qt.ToolButtonStyle
        for action in (self.open_picture, self.import_folder):
            shown = style.ToolButtonIconOnly if is_tight else style.ToolButtonTextBesideIcon
            bar.widgetForAction(action).setProperty("toolButtonStyle", shown)

    def photo_menu(self, parent: QMenu) -> None:
        """What can be done with the chosen photos."""
        similar = (
            self.find_similar,
            self.more_like_this,
            self.less_like_this,
            self.region,
        )
        looks = (self.view_photo, self.compare, self.why, self.layers)
        photo = (*looks, self.open_file, self.show_in_folder)
        files = (
            self.copy,
            self.copy_image,
            self.copy_to,
            self.move_to,
            self.link_to,
            self.trash,
        )
        _fill(parent, (*similar, None, self.labels.menuAction(), None, *photo, None, *files))

    def show_undo(self, act: str) -> None:
        """What Undo takes back, by its name; empty for nothing."""
        text = self.tr("&Undo {act}").format(act=act.replace("&", "&&"))
        self.undo.setText(text if act else self.tr("&Undo"))
        self.undo.setEnabled(act != "")

    def show_paused(self, is_paused: bool) -> None:
        """The same key pauses and goes on."""
        text = self.tr("R&esume Importing") if is_paused else self.tr("&Pause Importing")
        self.pause_import.setText(text)
        self.pause_import.setIcon(self._theme.icon("resume" if is_paused else "pause"))

    def show_gently(self, choice: str) -> None:
        """Mark one of `settings.GENTLY`."""
        for action in self.gently.actions():
            action.setChecked(action.data() == choice)

    @property
    def all(self) -> list[QAction]:
        return [action for action, _ in self._icons]

    def _menus(self) -> list[tuple[str, Sequence[Entry]]]:
        imports = (
            self.import_folder,
            self.rescan,
            None,
            self.pause_import,
            self.stop_import,
        )
        exports = (self.export_list, self.export_sheet)
        library = (self._gently_menu(), None, self.folders, self.problems)
        own = (self.export_work, self.restore_work)
        by = (self.open_picture, self.paste, self.find_similar, self.region)
        steer = (
            self.more_like_this,
            self.less_like_this,
            self.compare_ways,
            self.filter,
            self.save_search,
            self.why_not,
            self.evaluate,
        )
        walk = (self.back, self.forward, self.show_all, self.escape)
        looks = (self.view_photo, self.compare, self.why, self.layers)
        photo = (*looks, self.open_file, self.show_in_folder)
        files = (self.copy_to, self.move_to, self.link_to, self.trash)
        giving = (self.label, self.labels.menuAction())
        learning = (self.teach, self.suggestions)
        sources = (self.labels_from_folders, self.labels_from_keywords, self.labels_from_table)
        labels = (*giving, None, *learning, None, *sources, None, self.export_labels)
        sizes = (self.larger, self.smaller, self.usual_size)
        edit = (self.undo, None, self.copy, self.copy_image, self.select_all)
        return [
            (self.tr("&File"), (*imports, *library, None, *exports, None, *own, None, self.quit)),
            (self.tr("&Edit"), edit),
            (self.tr("F&ind"), (*by, None, *steer, None, *walk)),
            (self.tr("&Photo"), (*photo, None, *files)),
            (self.tr("&Labels"), labels),
            (self.tr("&View"), (self.sidebar, None, *sizes, None, self.demo, self.full_screen)),
            (self.tr("&Help"), (self.shortcuts, self.about)),
        ]

    def _gently_menu(self) -> QMenu:
        menu = QMenu(self.tr("Import &Gently"))
        menu.setToolTip(self._gently_tip())
        menu.addActions(self.gently.actions())
        return menu

    def _gently_tip(self) -> str:
        return self.tr(
            "One photo at a time, at low priority: slow, but other programs do not notice"
        )

    def _add_gentle_choice(self, name: str, text: str) -> None:
        action = QAction(text, self)
        action.setCheckable(True)
        action.setData(name)
        action.setToolTip(self._gently_tip())
        self.gently.addAction(action)

    def _make(
        self,
        text: str,
        keys: Shortcut,
        icon: str,
        tip: str = "",
        *,
        is_checkable: bool = False,
    ) -> QAction:
        action = QAction(text, self.parent())
        if isinstance(keys, QKeySequence.StandardKey):
            action.setShortcuts(keys)
        else:
            told = (keys,) if isinstance(keys, str) else keys
            action.setShortcuts([QKeySequence(key) for key in told])
        action.setCheckable(is_checkable)
        shown = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        said = tip or text.replace("&", "")
        action.setToolTip(f"{said} ({shown})" if shown else said)
        self._icons.append((action, icon))
        return action

    def _dress(self) -> None:
        for action, icon in self._icons:
            if icon:
                action.setIcon(self._theme.icon(icon))


def _fill(menu: QMenu, entries: Sequence[Entry]) -> None:
    for entry in entries:
        if isinstance(entry, QMenu):
            menu.addMenu(entry)
            entry.setParent(menu, entry.windowFlags())
        elif entry:
            menu.addAction(entry)
        else:
            menu.addSeparator()

"""Every action of the window: its words, shortcut, icon, and its place in the menus."""

from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QToolBar

from lookalike.gui.theme import Theme
from lookalike.settings import GENTLY

_Key = QKeySequence.StandardKey
Shortcut = str | QKeySequence.StandardKey | tuple[str, ...]
_GENTLY = {"on battery": "On &Battery", "always": "&Always", "never": "&Never"}
_GENTLY_TIP = "One photo at a time, at low priority: slow, but other programs do not notice"


class Actions(QObject):
    """Holds the actions; whoever owns this connects them and says when they make sense."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icons: list[tuple[QAction, str]] = []
        make = self._make
        self.import_folder = make(
            "&Import Folder…", "Ctrl+Shift+O", "import-folder", "Bring a folder of photos in"
        )
        self.rescan = make(
            "Look for &New Photos", ("F5", "Ctrl+R"), "rescan", "Look through the folders again"
        )
        self.pause_import = make("&Pause Importing", "Ctrl+Shift+P", "pause")
        self.stop_import = make(
            "&Stop Importing", "Ctrl+.", "stop", "Stop importing; what is done is kept"
        )
        self.folders = make(
            "Fol&ders", "Ctrl+Shift+D", "folders", "The library's folders, and what they leave out"
        )
        self.problems = make(
            "P&roblems", "Ctrl+U", "picture-off", "Files that are not in the library, and why"
        )
        self.quit = make("&Quit", "Ctrl+Q", "quit")
        self.copy = make("&Copy Photo", _Key.Copy, "copy", "Copy the photo's file")
        self.paste = make(
            "&Paste Picture", _Key.Paste, "paste", "Find photos similar to the picture you copied"
        )
        self.open_picture = make(
            "&Open Picture…", _Key.Open, "picture", "Find photos similar to a picture file"
        )
        self.find_similar = make(
            "Find &Similar", "Ctrl+F", "similar", "Find photos similar to this one"
        )
        self.back = make("&Back", "Alt+Left", "back", "Back")
        self.forward = make("&Forward", "Alt+Right", "forward", "Forward")
        self.show_all = make("&All Photos", ("Ctrl+L", "Alt+Home"), "photos", "Show all photos")
        self.view_photo = make("&View Photo", "Ctrl+Return", "view", "Show the photo large")
        self.show_in_folder = make("Show in Fo&lder", "Ctrl+Shift+L", "folder")
        self.escape = make("&Close Photo or Results", "Escape", "close")
        self.larger = make("&Larger", ("Ctrl++", "Ctrl+="), "larger", "Larger photos")
        self.smaller = make("&Smaller", "Ctrl+-", "smaller", "Smaller photos")
        self.usual_size = make("&Usual Size", "Ctrl+0", "")
        self.full_screen = make("&Full Screen", "F11", "full-screen")
        self.full_screen.setCheckable(True)
        self.about = make("&About Lookalike", "F1", "info")
        self.about.setMenuRole(QAction.MenuRole.AboutRole)
        self.quit.setMenuRole(QAction.MenuRole.QuitRole)
        self.gently = QActionGroup(self)
        for name in GENTLY:
            self._add_gentle_choice(name)
        theme.changed.connect(self._dress)
        self._dress()

    def fill_menu_bar(self, bar: QMenuBar) -> None:
        """File, Find, Photo, View, Help."""
        file = bar.addMenu("&File")
        _fill(file, self.import_folder, self.rescan, None, self.pause_import, self.stop_import)
        gently = file.addMenu("Import &Gently")
        gently.setToolTip(_GENTLY_TIP)
        gently.addActions(self.gently.actions())
        _fill(file, None, self.folders, self.problems, None, self.quit)
        find = (self.open_picture, self.paste, self.find_similar, None)
        _fill(bar.addMenu("F&ind"), *find, self.back, self.forward, self.show_all, self.escape)
        _fill(bar.addMenu("&Photo"), self.view_photo, self.copy, self.show_in_folder)
        sizes = (self.larger, self.smaller, self.usual_size)
        _fill(bar.addMenu("&View"), *sizes, None, self.full_screen)
        _fill(bar.addMenu("&Help"), self.about)

    def fill_tool_bar(self, bar: QToolBar) -> None:
        """What a person does often."""
        bar.setIconSize(QSize(20, 20))
        bar.addActions([self.back, self.forward, self.show_all])
        bar.addSeparator()
        for action in (self.open_picture, self.import_folder):
            bar.addAction(action)
            button = bar.widgetForAction(action)
            button.setProperty("toolButtonStyle", Qt.ToolButtonStyle.ToolButtonTextBesideIcon)

    def photo_menu(self, parent: QMenu) -> None:
        """What can be done with one photo."""
        photo = (self.find_similar, self.view_photo, None, self.copy, self.show_in_folder)
        _fill(parent, *photo)

    def show_paused(self, is_paused: bool) -> None:
        """The same key pauses and goes on."""
        self.pause_import.setText("&Resume Importing" if is_paused else "&Pause Importing")
        self.pause_import.setIcon(self._theme.icon("resume" if is_paused else "pause"))

    def show_gently(self, choice: str) -> None:
        """Mark one of `settings.GENTLY`."""
        for action in self.gently.actions():
            action.setChecked(action.data() == choice)

    @property
    def all(self) -> list[QAction]:
        return [action for action, _ in self._icons]

    def _add_gentle_choice(self, name: str) -> None:
        action = QAction(_GENTLY[name], self)
        action.setCheckable(True)
        action.setData(name)
        action.setToolTip(_GENTLY_TIP)
        self.gently.addAction(action)

    def _make(self, text: str, keys: Shortcut, icon: str, tip: str = "") -> QAction:
        action = QAction(text, self.parent())
        if isinstance(keys, QKeySequence.StandardKey):
            action.setShortcuts(keys)
        else:
            told = (keys,) if isinstance(keys, str) else keys
            action.setShortcuts([QKeySequence(key) for key in told])
        shown = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        said = tip or text.replace("&", "")
        action.setToolTip(f"{said} ({shown})" if shown else said)
        self._icons.append((action, icon))
        return action

    def _dress(self) -> None:
        for action, icon in self._icons:
            if icon:
                action.setIcon(self._theme.icon(icon))


def _fill(menu: QMenu, *actions: QAction | None) -> None:
    for action in actions:
        if action:
            menu.addAction(action)
        else:
            menu.addSeparator()

<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AlbumPanel</name>
    <message numerus="yes">
        <source>%Ln photo(s) are in it.</source>
        <translation>
            <numerusform>%Ln photo is in it.</numerusform>
            <numerusform>%Ln photos are in it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AnswerWords</name>
    <message numerus="yes">
        <source>%Ln of {photos} photos fit</source>
        <translation>
            <numerusform>%Ln of {photos} photos fits</numerusform>
            <numerusform>%Ln of {photos} photos fit</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The {shown} most similar of %Ln photo(s)</source>
        <translation>
            <numerusform>The {shown} most similar of %Ln photo</numerusform>
            <numerusform>The {shown} most similar of %Ln photos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FileDesk</name>
    <message numerus="yes">
        <source>%Ln photo(s) written to {name}.</source>
        <translation>
            <numerusform>%Ln photo written to {name}.</numerusform>
            <numerusform>%Ln photos written to {name}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) written, the first is {name}.</source>
        <translation>
            <numerusform>%Ln file written: {name}.</numerusform>
            <numerusform>%Ln files written, the first is {name}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FileDetails</name>
    <message numerus="yes">
        <source>%Ln file(s) were left as they are</source>
        <translation>
            <numerusform>%Ln file was left as it is</numerusform>
            <numerusform>%Ln files were left as they are</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FilePreview</name>
    <message numerus="yes">
        <source>%Ln name(s) are taken.</source>
        <translation>
            <numerusform>%Ln name is taken.</numerusform>
            <numerusform>%Ln names are taken.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FileWords</name>
    <message numerus="yes">
        <source>Copy %Ln Photo(s)</source>
        <translation>
            <numerusform>Copy %Ln Photo</numerusform>
            <numerusform>Copy %Ln Photos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %Ln Photo(s)</source>
        <translation>
            <numerusform>Move %Ln Photo</numerusform>
            <numerusform>Move %Ln Photos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Link %Ln Photo(s)</source>
        <translation>
            <numerusform>Link %Ln Photo</numerusform>
            <numerusform>Link %Ln Photos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %Ln Photo(s) to the Trash</source>
        <translation>
            <numerusform>Move %Ln Photo to the Trash</numerusform>
            <numerusform>Move %Ln Photos to the Trash</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copy of %Ln Photo(s)</source>
        <translation>
            <numerusform>Copy of %Ln Photo</numerusform>
            <numerusform>Copy of %Ln Photos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move of %Ln Photo(s)</source>
        <translation>
            <numerusform>Move of %Ln Photo</numerusform>
            <numerusform>Move of %Ln Photos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Links to %Ln Photo(s)</source>
        <translation>
            <numerusform>Link to %Ln Photo</numerusform>
            <numerusform>Links to %Ln Photos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Trashing of %Ln Photo(s)</source>
        <translation>
            <numerusform>Trashing of %Ln Photo</numerusform>
            <numerusform>Trashing of %Ln Photos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %Ln photo(s) to the trash</source>
        <translation>
            <numerusform>Move %Ln photo to the trash</numerusform>
            <numerusform>Move %Ln photos to the trash</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copy %Ln photo(s) to {place}</source>
        <translation>
            <numerusform>Copy %Ln photo to {place}</numerusform>
            <numerusform>Copy %Ln photos to {place}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %Ln photo(s) to {place}</source>
        <translation>
            <numerusform>Move %Ln photo to {place}</numerusform>
            <numerusform>Move %Ln photos to {place}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Hard-link %Ln photo(s) into {place}</source>
        <translation>
            <numerusform>Hard-link %Ln photo into {place}</numerusform>
            <numerusform>Hard-link %Ln photos into {place}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copied %Ln photo(s) to {place}.</source>
        <translation>
            <numerusform>Copied %Ln photo to {place}.</numerusform>
            <numerusform>Copied %Ln photos to {place}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Moved %Ln photo(s) to {place}.</source>
        <translation>
            <numerusform>Moved %Ln photo to {place}.</numerusform>
            <numerusform>Moved %Ln photos to {place}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Linked %Ln photo(s) into {place}.</source>
        <translation>
            <numerusform>Linked %Ln photo into {place}.</numerusform>
            <numerusform>Linked %Ln photos into {place}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Moved %Ln photo(s) to the trash.</source>
        <translation>
            <numerusform>Moved %Ln photo to the trash.</numerusform>
            <numerusform>Moved %Ln photos to the trash.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copied {done} of %Ln photo(s) to {place}.</source>
        <translation>
            <numerusform>Copied {done} of %Ln photo to {place}.</numerusform>
            <numerusform>Copied {done} of %Ln photos to {place}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Moved {done} of %Ln photo(s) to {place}.</source>
        <translation>
            <numerusform>Moved {done} of %Ln photo to {place}.</numerusform>
            <numerusform>Moved {done} of %Ln photos to {place}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Linked {done} of %Ln photo(s) into {place}.</source>
        <translation>
            <numerusform>Linked {done} of %Ln photo into {place}.</numerusform>
            <numerusform>Linked {done} of %Ln photos into {place}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Moved {done} of %Ln photo(s) to the trash.</source>
        <translation>
            <numerusform>Moved {done} of %Ln photo to the trash.</numerusform>
            <numerusform>Moved {done} of %Ln photos to the trash.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{done} of %Ln photo(s) are back where they were.</source>
        <translation>
            <numerusform>{done} of %Ln photo is back where it was.</numerusform>
            <numerusform>{done} of %Ln photos are back where they were.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln photo(s) are back where they were.</source>
        <translation>
            <numerusform>%Ln photo is back where it was.</numerusform>
            <numerusform>%Ln photos are back where they were.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Removed {done} of %Ln new file(s) again.</source>
        <translation>
            <numerusform>Removed {done} of %Ln new file again.</numerusform>
            <numerusform>Removed {done} of %Ln new files again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Removed %Ln new file(s) again.</source>
        <translation>
            <numerusform>Removed %Ln new file again.</numerusform>
            <numerusform>Removed %Ln new files again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) left out: {reason}.</source>
        <translation>
            <numerusform>%Ln file left out: {reason}.</numerusform>
            <numerusform>%Ln files left out: {reason}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sidecar file(s) (.xmp) stay where they are.</source>
        <translation>
            <numerusform>%Ln sidecar file (.xmp) stays where it is.</numerusform>
            <numerusform>%Ln sidecar files (.xmp) stay where they are.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FilterBox</name>
    <message numerus="yes">
        <source>%Ln photo(s)</source>
        <translation>
            <numerusform>%Ln photo</numerusform>
            <numerusform>%Ln photos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FoldersDesk</name>
    <message numerus="yes">
        <source>Its %Ln photo(s) can no longer be found here.</source>
        <translation>
            <numerusform>Its %Ln photo can no longer be found here.</numerusform>
            <numerusform>Its %Ln photos can no longer be found here.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GridSurface</name>
    <message numerus="yes">
        <source>{title}, %Ln photo(s), {state}</source>
        <translation>
            <numerusform>{title}, %Ln photo, {state}</numerusform>
            <numerusform>{title}, %Ln photos, {state}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportWords</name>
    <message numerus="yes">
        <source>Nothing new: all %Ln photo(s) are known already.</source>
        <translation>
            <numerusform>Nothing new: the %Ln photo is known already.</numerusform>
            <numerusform>Nothing new: all %Ln photos are known already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln photo(s) added</source>
        <translation>
            <numerusform>%Ln photo added</numerusform>
            <numerusform>%Ln photos added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln photo(s) updated</source>
        <translation>
            <numerusform>%Ln photo updated</numerusform>
            <numerusform>%Ln photos updated</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln photo(s) moved</source>
        <translation>
            <numerusform>%Ln photo moved</numerusform>
            <numerusform>%Ln photos moved</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln photo(s) no longer there</source>
        <translation>
            <numerusform>%Ln photo no longer there</numerusform>
            <numerusform>%Ln photos no longer there</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LabelLines</name>
    <message numerus="yes">
        <source>%Ln photo(s)</source>
        <translation>
            <numerusform>%Ln photo</numerusform>
            <numerusform>%Ln photos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LabelWords</name>
    <message numerus="yes">
        <source>“{name}” given to %Ln photo(s).</source>
        <translation>
            <numerusform>“{name}” given to %Ln photo.</numerusform>
            <numerusform>“{name}” given to %Ln photos.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“{name}” taken off %Ln photo(s).</source>
        <translation>
            <numerusform>“{name}” taken off %Ln photo.</numerusform>
            <numerusform>“{name}” taken off %Ln photos.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“{name}” was deleted; %Ln photo(s) had it.</source>
        <translation>
            <numerusform>“{name}” was deleted; %Ln photo had it.</numerusform>
            <numerusform>“{name}” was deleted; %Ln photos had it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LabelsDoor</name>
    <message numerus="yes">
        <source>Label %Ln photo(s)</source>
        <translation>
            <numerusform>Label %Ln photo</numerusform>
            <numerusform>Label %Ln photos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NothingPanel</name>
    <message numerus="yes">
        <source>Ask the %Ln Skipped Again</source>
        <translation>
            <numerusform>Ask the %Ln Skipped Again</numerusform>
            <numerusform>Ask the %Ln Skipped Again</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PhotoDesk</name>
    <message numerus="yes">
        <source>Only the first %Ln photo(s) were copied.</source>
        <translation>
            <numerusform>Only the first photo was copied (%Ln).</numerusform>
            <numerusform>Only the first %Ln photos were copied.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PhotoList</name>
    <message numerus="yes">
        <source>on top of %Ln photo(s) of one shot</source>
        <translation>
            <numerusform>on top of %Ln photo of one shot</numerusform>
            <numerusform>on top of %Ln photos of one shot</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProblemsDesk</name>
    <message numerus="yes">
        <source>%Ln missing photo(s) forgotten. No file was touched.</source>
        <translation>
            <numerusform>%Ln missing photo forgotten. No file was touched.</numerusform>
            <numerusform>%Ln missing photos forgotten. No file was touched.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln photo(s) kept after all.</source>
        <translation>
            <numerusform>%Ln photo kept after all.</numerusform>
            <numerusform>%Ln photos kept after all.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln problem(s) written to {name}.</source>
        <translation>
            <numerusform>%Ln problem written to {name}.</numerusform>
            <numerusform>%Ln problems written to {name}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProblemsPage</name>
    <message numerus="yes">
        <source>Try %Ln File(s) Again</source>
        <translation>
            <numerusform>Try %Ln File Again</numerusform>
            <numerusform>Try %Ln Files Again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) are not in the library.</source>
        <translation>
            <numerusform>%Ln file is not in the library.</numerusform>
            <numerusform>%Ln files are not in the library.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{names} are offline: what is in there is kept as it is until it comes back.</source>
        <translation>
            <numerusform>{names} is offline: what is in there is kept as it is until it comes back.</numerusform>
            <numerusform>{names} are offline: what is in there is kept as it is until it comes back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SheetOptions</name>
    <message numerus="yes">
        <source>%Ln photo(s)</source>
        <translation>
            <numerusform>%Ln photo</numerusform>
            <numerusform>%Ln photos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>on %Ln page(s)</source>
        <translation>
            <numerusform>on %Ln page</numerusform>
            <numerusform>on %Ln pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message numerus="yes">
        <source>%Ln new photo(s)</source>
        <translation>
            <numerusform>%Ln new photo</numerusform>
            <numerusform>%Ln new photos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SpaceDesk</name>
    <message numerus="yes">
        <source>about %Ln second(s) left</source>
        <translation>
            <numerusform>about %Ln second left</numerusform>
            <numerusform>about %Ln seconds left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusPanel</name>
    <message numerus="yes">
        <source>%Ln photo(s)</source>
        <translation>
            <numerusform>%Ln photo</numerusform>
            <numerusform>%Ln photos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln chosen</source>
        <translation>
            <numerusform>%Ln chosen</numerusform>
            <numerusform>%Ln chosen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln problem(s)</source>
        <translation>
            <numerusform>%Ln problem</numerusform>
            <numerusform>%Ln problems</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SuggestionWords</name>
    <message numerus="yes">
        <source>%Ln answer(s)</source>
        <translation>
            <numerusform>%Ln answer</numerusform>
            <numerusform>%Ln answers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln accepted together</source>
        <translation>
            <numerusform>%Ln accepted together</numerusform>
            <numerusform>%Ln accepted together</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TeachWords</name>
    <message numerus="yes">
        <source>Give “{label}” to %Ln more photo(s).</source>
        <translation>
            <numerusform>Give “{label}” to %Ln more photo.</numerusform>
            <numerusform>Give “{label}” to %Ln more photos.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln labelled photo(s) are missing or no longer in the library, and not learned from.</source>
        <translation>
            <numerusform>%Ln labelled photo is missing or no longer in the library, and not learned from.</numerusform>
            <numerusform>%Ln labelled photos are missing or no longer in the library, and not learned from.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln labelled photo(s) have not been looked at by {space} yet, and are not learned from.</source>
        <translation>
            <numerusform>%Ln labelled photo has not been looked at by {space} yet, and is not learned from.</numerusform>
            <numerusform>%Ln labelled photos have not been looked at by {space} yet, and are not learned from.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln photo(s) have both “{one}” and “{other}”, which otherwise exclude each other.</source>
        <translation>
            <numerusform>%Ln photo has both “{one}” and “{other}”, which otherwise exclude each other.</numerusform>
            <numerusform>%Ln photos have both “{one}” and “{other}”, which otherwise exclude each other.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln set(s) of photos look the same and have different labels.</source>
        <translation>
            <numerusform>%Ln set of photos looks the same and has different labels.</numerusform>
            <numerusform>%Ln sets of photos look the same and have different labels.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{examples} examples of %Ln label(s)</source>
        <translation>
            <numerusform>{examples} examples of %Ln label</numerusform>
            <numerusform>{examples} examples of %Ln labels</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TransferWords</name>
    <message numerus="yes">
        <source>%Ln label(s)</source>
        <translation>
            <numerusform>%Ln label</numerusform>
            <numerusform>%Ln labels</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln photo(s) get {labels}</source>
        <translation>
            <numerusform>%Ln photo gets {labels}</numerusform>
            <numerusform>%Ln photos get {labels}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Give %Ln Label(s)</source>
        <translation>
            <numerusform>Give %Ln Label</numerusform>
            <numerusform>Give %Ln Labels</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln without a photo in the library: {few}</source>
        <translation>
            <numerusform>%Ln without a photo in the library: {few}</numerusform>
            <numerusform>%Ln without a photo in the library: {few}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) cannot be read now.</source>
        <translation>
            <numerusform>%Ln file cannot be read now.</numerusform>
            <numerusform>%Ln files cannot be read now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln label(s) are new.</source>
        <translation>
            <numerusform>%Ln label is new.</numerusform>
            <numerusform>%Ln labels are new.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln time(s) a photo has its label already.</source>
        <translation>
            <numerusform>%Ln time a photo has its label already.</numerusform>
            <numerusform>%Ln times a photo has its label already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln photo(s) have nothing to make a label of.</source>
        <translation>
            <numerusform>%Ln photo has nothing to make a label of.</numerusform>
            <numerusform>%Ln photos have nothing to make a label of.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln photo(s) were given {labels}.</source>
        <translation>
            <numerusform>%Ln photo was given {labels}.</numerusform>
            <numerusform>%Ln photos were given {labels}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sidecar(s) cannot be written.</source>
        <translation>
            <numerusform>%Ln sidecar cannot be written.</numerusform>
            <numerusform>%Ln sidecars cannot be written.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sidecar(s) tell the labels already.</source>
        <translation>
            <numerusform>%Ln sidecar tells the labels already.</numerusform>
            <numerusform>%Ln sidecars tell the labels already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Write labels to %Ln sidecar(s)</source>
        <translation>
            <numerusform>Write labels to %Ln sidecar</numerusform>
            <numerusform>Write labels to %Ln sidecars</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Write %Ln Sidecar(s)</source>
        <translation>
            <numerusform>Write %Ln Sidecar</numerusform>
            <numerusform>Write %Ln Sidecars</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sidecar(s) written.</source>
        <translation>
            <numerusform>%Ln sidecar written.</numerusform>
            <numerusform>%Ln sidecars written.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sidecar(s) are as they were.</source>
        <translation>
            <numerusform>%Ln sidecar is as it was.</numerusform>
            <numerusform>%Ln sidecars are as they were.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln were left: {reason}</source>
        <translation>
            <numerusform>%Ln was left: {reason}</numerusform>
            <numerusform>%Ln were left: {reason}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Writing %Ln Sidecar(s)</source>
        <translation>
            <numerusform>Writing %Ln Sidecar</numerusform>
            <numerusform>Writing %Ln Sidecars</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The labels of %Ln photo(s) were written to {name}.</source>
        <translation>
            <numerusform>The labels of %Ln photo were written to {name}.</numerusform>
            <numerusform>The labels of %Ln photos were written to {name}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{name} holds %Ln label(s), {photos} labelled photos and {searches} saved searches.</source>
        <translation>
            <numerusform>{name} holds %Ln label, {photos} labelled photos and {searches} saved searches.</numerusform>
            <numerusform>{name} holds %Ln labels, {photos} labelled photos and {searches} saved searches.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Brought in: %Ln label(s), given {count} times.</source>
        <translation>
            <numerusform>Brought in: %Ln label, given {count} times.</numerusform>
            <numerusform>Brought in: %Ln labels, given {count} times.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln saved search(es).</source>
        <translation>
            <numerusform>%Ln saved search.</numerusform>
            <numerusform>%Ln saved searches.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln photo(s) are not in the library yet; their labels wait for them.</source>
        <translation>
            <numerusform>%Ln photo is not in the library yet; its labels wait for it.</numerusform>
            <numerusform>%Ln photos are not in the library yet; their labels wait for them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A label was rejected here %Ln time(s) where the file gives it.</source>
        <translation>
            <numerusform>A label was rejected here %Ln time where the file gives it.</numerusform>
            <numerusform>A label was rejected here %Ln times where the file gives it.</numerusform>
        </translation>
    </message>
</context>
</TS>

<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
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
</TS>

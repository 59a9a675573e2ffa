<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>About</name>
    <message>
        <source>About Lookalike</source>
        <translation>Über Lookalike</translation>
    </message>
    <message>
        <source>Finds photos by what they look like. Everything happens on this computer.

Network: {network}
Library: {folder}

Free software under the Apache License 2.0.</source>
        <translation>Findet Fotos nach ihrem Aussehen. Alles geschieht auf diesem Computer.

Netz: {network}
Bibliothek: {folder}

Freie Software unter der Apache-Lizenz 2.0.</translation>
    </message>
    <message>
        <source>loading…</source>
        <translation>wird geladen&#xa0;…</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;Import Folder…</source>
        <translation>&amp;Ordner importieren&#xa0;…</translation>
    </message>
    <message>
        <source>Bring a folder of photos in</source>
        <translation>Einen Ordner mit Fotos aufnehmen</translation>
    </message>
    <message>
        <source>Look for &amp;New Photos</source>
        <translation>&amp;Nach neuen Fotos suchen</translation>
    </message>
    <message>
        <source>Look through the folders again</source>
        <translation>Die Ordner erneut durchsuchen</translation>
    </message>
    <message>
        <source>&amp;Pause Importing</source>
        <translation>Import &amp;anhalten</translation>
    </message>
    <message>
        <source>&amp;Stop Importing</source>
        <translation>Import a&amp;bbrechen</translation>
    </message>
    <message>
        <source>Stop importing; what is done is kept</source>
        <translation>Import abbrechen; was fertig ist, bleibt</translation>
    </message>
    <message>
        <source>Fol&amp;ders</source>
        <translation>Or&amp;dner</translation>
    </message>
    <message>
        <source>The library&apos;s folders, and what they leave out</source>
        <translation>Die Ordner der Bibliothek und was sie auslassen</translation>
    </message>
    <message>
        <source>P&amp;roblems</source>
        <translation>&amp;Probleme</translation>
    </message>
    <message>
        <source>Files that are not in the library, and why</source>
        <translation>Dateien, die nicht in der Bibliothek sind, und warum</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>B&amp;eenden</translation>
    </message>
    <message>
        <source>On &amp;Battery</source>
        <translation>Im &amp;Akkubetrieb</translation>
    </message>
    <message>
        <source>&amp;Always</source>
        <translation>&amp;Immer</translation>
    </message>
    <message>
        <source>&amp;Never</source>
        <translation>&amp;Nie</translation>
    </message>
    <message>
        <source>&amp;Open Picture…</source>
        <translation>&amp;Bild öffnen&#xa0;…</translation>
    </message>
    <message>
        <source>Find photos similar to a picture file</source>
        <translation>Fotos suchen, die einer Bilddatei ähneln</translation>
    </message>
    <message>
        <source>&amp;Paste Picture</source>
        <translation>Bild &amp;einfügen</translation>
    </message>
    <message>
        <source>Find photos similar to the picture you copied</source>
        <translation>Fotos suchen, die dem kopierten Bild ähneln</translation>
    </message>
    <message>
        <source>Find &amp;Similar</source>
        <translation>Ähnliche &amp;suchen</translation>
    </message>
    <message>
        <source>Find photos similar to this one</source>
        <translation>Fotos suchen, die diesem ähneln</translation>
    </message>
    <message>
        <source>More L&amp;ike This</source>
        <translation>&amp;Mehr davon</translation>
    </message>
    <message>
        <source>Sa&amp;ve Search</source>
        <translation>Suche s&amp;peichern</translation>
    </message>
    <message>
        <source>Why Is a Photo &amp;Not Here…</source>
        <translation>Wa&amp;rum fehlt ein Foto&#xa0;…</translation>
    </message>
    <message>
        <source>All P&amp;hotos</source>
        <translation>Alle F&amp;otos</translation>
    </message>
    <message>
        <source>Show in Fol&amp;der</source>
        <translation>Im &amp;Ordner zeigen</translation>
    </message>
    <message>
        <source>Mov&amp;e To…</source>
        <translation>Ve&amp;rschieben nach&#xa0;…</translation>
    </message>
    <message>
        <source>R&amp;esume Importing</source>
        <translation>Import &amp;fortsetzen</translation>
    </message>
    <message>
        <source>Add this photo to the search</source>
        <translation>Dieses Foto zur Suche hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Less Like This</source>
        <translation>&amp;Weniger davon</translation>
    </message>
    <message>
        <source>Search for what this photo is not</source>
        <translation>Suchen, was anders ist als dieses Foto</translation>
    </message>
    <message>
        <source>By a P&amp;art of It…</source>
        <translation>Nach &amp;Ausschnitt&#xa0;…</translation>
    </message>
    <message>
        <source>Search by a part of the picture</source>
        <translation>Nach einem Ausschnitt des Bildes suchen</translation>
    </message>
    <message>
        <source>Compare &amp;Ways</source>
        <translation>S&amp;ichtweisen vergleichen</translation>
    </message>
    <message>
        <source>This search by content, colours, shape, …, side by side</source>
        <translation>Diese Suche nach Inhalt, Farben, Form&#xa0;… nebeneinander</translation>
    </message>
    <message>
        <source>&amp;Evaluate…</source>
        <translation>A&amp;uswerten&#xa0;…</translation>
    </message>
    <message>
        <source>Measure which way to compare finds most of what is right</source>
        <translation>Messen, welche Sichtweise am meisten Richtiges findet</translation>
    </message>
    <message>
        <source>Fil&amp;ter</source>
        <translation>&amp;Filter</translation>
    </message>
    <message>
        <source>Filter by name, folder, date, camera, …</source>
        <translation>Filtern nach Name, Ordner, Datum, Kamera,&#xa0;…</translation>
    </message>
    <message>
        <source>Keep this search; it finds new photos too</source>
        <translation>Diese Suche behalten; sie findet auch neue Fotos</translation>
    </message>
    <message>
        <source>Explain why a photo that you expected is not among the results</source>
        <translation>Erklären, warum ein erwartetes Foto nicht unter den Ergebnissen ist</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation>&amp;Vorwärts</translation>
    </message>
    <message>
        <source>Show all photos</source>
        <translation>Alle Fotos zeigen</translation>
    </message>
    <message>
        <source>&amp;Close Photo or Results</source>
        <translation>Foto oder Ergebnisse sch&amp;ließen</translation>
    </message>
    <message>
        <source>&amp;View Photo</source>
        <translation>Foto an&amp;zeigen</translation>
    </message>
    <message>
        <source>Show the photo large</source>
        <translation>Das Foto groß zeigen</translation>
    </message>
    <message>
        <source>Co&amp;mpare</source>
        <translation>&amp;Vergleichen</translation>
    </message>
    <message>
        <source>Show two to four chosen photos side by side</source>
        <translation>Zwei bis vier ausgewählte Fotos nebeneinander zeigen</translation>
    </message>
    <message>
        <source>What the &amp;Network Sees</source>
        <translation>Was das Ne&amp;tz sieht</translation>
    </message>
    <message>
        <source>Look into the layers of the network, on this photo</source>
        <translation>In die Schichten des Netzes sehen, an diesem Foto</translation>
    </message>
    <message>
        <source>&amp;Why These Two?</source>
        <translation>War&amp;um diese beiden?</translation>
    </message>
    <message>
        <source>Explain why a result is like the query, or two chosen photos like each other</source>
        <translation>Erklären, warum ein Ergebnis der Anfrage ähnelt oder zwei ausgewählte Fotos einander</translation>
    </message>
    <message>
        <source>&amp;Open With Its Program</source>
        <translation>Im Standard&amp;programm öffnen</translation>
    </message>
    <message>
        <source>Open the photo elsewhere</source>
        <translation>Das Foto in einem anderen Programm öffnen</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Copy the chosen photos&apos; files</source>
        <translation>Die Dateien der ausgewählten Fotos kopieren</translation>
    </message>
    <message>
        <source>Copy the &amp;Picture Itself</source>
        <translation>&amp;Bild selbst kopieren</translation>
    </message>
    <message>
        <source>For programs that take no files</source>
        <translation>Für Programme, die keine Dateien annehmen</translation>
    </message>
    <message>
        <source>Select &amp;All</source>
        <translation>&amp;Alles auswählen</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>Take the last work on files back</source>
        <translation>Die letzte Arbeit an Dateien zurücknehmen</translation>
    </message>
    <message>
        <source>Copy &amp;To…</source>
        <translation>Kopieren &amp;nach&#xa0;…</translation>
    </message>
    <message>
        <source>&amp;Hard-Link To…</source>
        <translation>&amp;Hardlink anlegen in&#xa0;…</translation>
    </message>
    <message>
        <source>A second name for the same file</source>
        <translation>Ein zweiter Name für dieselbe Datei</translation>
    </message>
    <message>
        <source>Move to T&amp;rash…</source>
        <translation>In &amp;den Papierkorb&#xa0;…</translation>
    </message>
    <message>
        <source>Export &amp;List…</source>
        <translation>&amp;Liste exportieren&#xa0;…</translation>
    </message>
    <message>
        <source>A table of these photos</source>
        <translation>Eine Tabelle dieser Fotos</translation>
    </message>
    <message>
        <source>Export Contact S&amp;heet…</source>
        <translation>&amp;Kontaktbogen exportieren&#xa0;…</translation>
    </message>
    <message>
        <source>These photos on pages</source>
        <translation>Diese Fotos auf Seiten</translation>
    </message>
    <message>
        <source>&amp;Sidebar</source>
        <translation>&amp;Seitenleiste</translation>
    </message>
    <message>
        <source>&amp;Larger</source>
        <translation>&amp;Größer</translation>
    </message>
    <message>
        <source>Larger photos</source>
        <translation>Größere Fotos</translation>
    </message>
    <message>
        <source>S&amp;maller</source>
        <translation>&amp;Kleiner</translation>
    </message>
    <message>
        <source>Smaller photos</source>
        <translation>Kleinere Fotos</translation>
    </message>
    <message>
        <source>&amp;Usual Size</source>
        <translation>&amp;Normale Größe</translation>
    </message>
    <message>
        <source>&amp;Tour of the Layers</source>
        <translation>&amp;Rundgang durch die Schichten</translation>
    </message>
    <message>
        <source>Show what the network sees, photo by photo, in full screen</source>
        <translation>Foto für Foto im Vollbild zeigen, was das Netz sieht</translation>
    </message>
    <message>
        <source>&amp;Full Screen</source>
        <translation>&amp;Vollbild</translation>
    </message>
    <message>
        <source>&amp;Keyboard Shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>&amp;About Lookalike</source>
        <translation>Ü&amp;ber Lookalike</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>F&amp;ind</source>
        <translation>&amp;Suchen</translation>
    </message>
    <message>
        <source>&amp;Photo</source>
        <translation>&amp;Foto</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>Import &amp;Gently</source>
        <translation>&amp;Schonend importieren</translation>
    </message>
    <message>
        <source>One photo at a time, at low priority: slow, but other programs do not notice</source>
        <translation>Ein Foto nach dem anderen, mit niedriger Priorität: langsam, aber andere Programme merken nichts davon</translation>
    </message>
</context>
<context>
    <name>AddPlace</name>
    <message>
        <source>Add a picture to search by</source>
        <translation>Ein Bild hinzufügen, nach dem gesucht wird</translation>
    </message>
    <message>
        <source>Drop or paste a picture here, or click to choose a file</source>
        <translation>Hier ein Bild ablegen oder einfügen, oder klicken und eine Datei auswählen</translation>
    </message>
    <message>
        <source>Drop or paste a picture here</source>
        <translation>Hier ein Bild ablegen oder einfügen</translation>
    </message>
    <message>
        <source>or choose Find Similar on one of the photos</source>
        <translation>oder bei einem Foto „Ähnliche suchen“ wählen</translation>
    </message>
    <message>
        <source>Drop or paste</source>
        <translation>Bild ablegen</translation>
    </message>
    <message>
        <source>another picture</source>
        <translation>oder einfügen</translation>
    </message>
</context>
<context>
    <name>AdversarialPanel</name>
    <message>
        <source>Make an Adversarial Example</source>
        <translation>Adversariales Beispiel</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>No photo yet</source>
        <translation>Noch kein Foto</translation>
    </message>
    <message>
        <source>Choose a photo to see how little it takes to fool the network.</source>
        <translation>Ein Foto auswählen, um zu sehen, wie wenig es braucht, um das Netz zu täuschen.</translation>
    </message>
    <message>
        <source>This network knows no classes</source>
        <translation>Dieses Netz kennt keine Klassen</translation>
    </message>
    <message>
        <source>Where nothing is named, nothing can be mistaken for something else.</source>
        <translation>Wo nichts benannt wird, kann nichts verwechselt werden.</translation>
    </message>
    <message>
        <source>How little does it take?</source>
        <translation>Wie wenig braucht es?</translation>
    </message>
    <message>
        <source>A network can be made to take a photo for something else by a change that nobody would see. Lookalike looks for the smallest one. Your photo stays as it is.</source>
        <translation>Eine Änderung, die niemand sehen würde, kann ein Netz dazu bringen, ein Foto für etwas anderes zu halten. Lookalike sucht die kleinste. Das Foto bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>Looking for the smallest change…</source>
        <translation>Die kleinste Änderung wird gesucht&#xa0;…</translation>
    </message>
    <message>
        <source>The same to you, not to the network</source>
        <translation>Für Menschen gleich, für das Netz nicht</translation>
    </message>
    <message>
        <source>Every pixel was moved a little in the direction that helps the wrong answer most (Goodfellow et al., 2014). What a network sees is not what you see.</source>
        <translation>Jedes Pixel wurde ein wenig in die Richtung verschoben, die der falschen Antwort am meisten hilft (Goodfellow et al., 2014). Ein Netz sieht nicht, was Menschen sehen.</translation>
    </message>
    <message>
        <source>The network was not fooled</source>
        <translation>Das Netz ließ sich nicht täuschen</translation>
    </message>
    <message>
        <source>No change of up to {strength} of 255 made it give another answer.</source>
        <translation>Keine Änderung bis {strength} von 255 brachte es zu einer anderen Antwort.</translation>
    </message>
    <message>
        <source>That did not work</source>
        <translation>Das hat nicht geklappt</translation>
    </message>
    <message>
        <source>The original</source>
        <translation>Das Original</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Verändert</translation>
    </message>
    <message>
        <source>× {factor}</source>
        <translation>× {factor}</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Unterschied</translation>
    </message>
    <message>
        <source>Each pixel changed by at most {strength} of 255. To the left, {factor} times as strong; grey is no change.</source>
        <translation>Jedes Pixel wurde um höchstens {strength} von 255 verändert. Links {factor}-mal so stark; Grau ist keine Änderung.</translation>
    </message>
</context>
<context>
    <name>AnswerWords</name>
    <message numerus="yes">
        <source>%Ln of {photos} photos fit</source>
        <translation>
            <numerusform>%Ln von {photos} Fotos passt</numerusform>
            <numerusform>%Ln von {photos} Fotos passen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The {shown} most similar of %Ln photo(s)</source>
        <translation>
            <numerusform>Die {shown} ähnlichsten von %Ln Foto</numerusform>
            <numerusform>Die {shown} ähnlichsten von %Ln Fotos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Asking</name>
    <message>
        <source>Find Photos Similar to a Picture</source>
        <translation>Fotos suchen, die einem Bild ähneln</translation>
    </message>
    <message>
        <source>Add a Picture to the Search</source>
        <translation>Ein Bild zur Suche hinzufügen</translation>
    </message>
</context>
<context>
    <name>Chip</name>
    <message>
        <source>More like this</source>
        <translation>Mehr davon</translation>
    </message>
    <message>
        <source>Less like this</source>
        <translation>Weniger davon</translation>
    </message>
    <message>
        <source>counts {weight}</source>
        <translation>zählt {weight}</translation>
    </message>
    <message>
        <source>a part of it</source>
        <translation>ein Ausschnitt</translation>
    </message>
    <message>
        <source>Example {number} of {count}: {name}</source>
        <translation>Beispiel {number} von {count}: {name}</translation>
    </message>
    <message>
        <source>more like this</source>
        <translation>mehr davon</translation>
    </message>
    <message>
        <source>less like this</source>
        <translation>weniger davon</translation>
    </message>
    <message>
        <source>weight {weight}</source>
        <translation>Gewicht {weight}</translation>
    </message>
</context>
<context>
    <name>ChipMenu</name>
    <message>
        <source>&amp;More Like This</source>
        <translation>&amp;Mehr davon</translation>
    </message>
    <message>
        <source>&amp;Less Like This</source>
        <translation>&amp;Weniger davon</translation>
    </message>
    <message>
        <source>Search by a &amp;Part of It…</source>
        <translation>Nach &amp;Ausschnitt suchen&#xa0;…</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Gewicht</translation>
    </message>
</context>
<context>
    <name>ClassRows</name>
    <message>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>Queries</source>
        <translation>Anfragen</translation>
    </message>
</context>
<context>
    <name>ClassesPanel</name>
    <message>
        <source>No photo yet</source>
        <translation>Noch kein Foto</translation>
    </message>
    <message>
        <source>Choose a photo to see what the network takes it for.</source>
        <translation>Ein Foto auswählen, um zu sehen, wofür das Netz es hält.</translation>
    </message>
    <message>
        <source>This network knows no classes</source>
        <translation>Dieses Netz kennt keine Klassen</translation>
    </message>
    <message>
        <source>It was made to compare pictures, not to name what is on them.</source>
        <translation>Es wurde gemacht, um Bilder zu vergleichen, nicht um zu benennen, was darauf ist.</translation>
    </message>
    <message>
        <source>How this network is made does not tell where it sees a class.</source>
        <translation>Der Aufbau dieses Netzes verrät nicht, wo es eine Klasse sieht.</translation>
    </message>
    <message>
        <source>Bright where the photo speaks for the class. Click a class to follow it back to the pixels.</source>
        <translation>Hell, wo das Foto für die Klasse spricht. Eine Klasse anklicken, um sie zu den Pixeln zurückzuverfolgen.</translation>
    </message>
</context>
<context>
    <name>ComparePage</name>
    <message>
        <source>Compare photos</source>
        <translation>Fotos vergleichen</translation>
    </message>
    <message>
        <source>Loading the pictures…</source>
        <translation>Die Bilder werden geladen&#xa0;…</translation>
    </message>
    <message>
        <source>Side by side (S)</source>
        <translation>Nebeneinander (S)</translation>
    </message>
    <message>
        <source>One after the other, in the same place (F)</source>
        <translation>Nacheinander an derselben Stelle (F)</translation>
    </message>
    <message>
        <source>What differs from A (D)</source>
        <translation>Was sich von A unterscheidet (D)</translation>
    </message>
    <message>
        <source>Swap with A (X)</source>
        <translation>Mit A tauschen (X)</translation>
    </message>
    <message>
        <source>Zoom and move all together (L)</source>
        <translation>Alle zusammen zoomen und verschieben (L)</translation>
    </message>
    <message>
        <source>View this photo (Enter)</source>
        <translation>Dieses Foto ansehen (Eingabe)</translation>
    </message>
    <message>
        <source>Move this photo to the trash (Del)</source>
        <translation>Dieses Foto in den Papierkorb legen (Entf)</translation>
    </message>
    <message>
        <source>Back to the photos (Esc)</source>
        <translation>Zurück zu den Fotos (Esc)</translation>
    </message>
    <message>
        <source>← → choose   Ctrl+← → move   + − 0 1 zoom   S side by side   F flicker   Space next   D difference   X swap   L link   Enter view   Del trash   Esc back</source>
        <translation>← → wählen   Strg+← → verschieben   + − 0 1 Zoom   S nebeneinander   F blinken   Leertaste weiter   D Unterschied   X tauschen   L verbinden   Eingabe ansehen   Entf Papierkorb   Esc zurück</translation>
    </message>
    <message>
        <source>Side by Side</source>
        <translation>Nebeneinander</translation>
    </message>
    <message>
        <source>Flicker</source>
        <translation>Blinken</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Unterschied</translation>
    </message>
</context>
<context>
    <name>ComparePane</name>
    <message>
        <source>Most pixels</source>
        <translation>Meiste Pixel</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>{share} to A</source>
        <translation>{share} zu A</translation>
    </message>
</context>
<context>
    <name>ContactSheet</name>
    <message>
        <source>{name} is there already, and the contact sheet has a page of that name.</source>
        <translation>{name} gibt es schon, und der Kontaktbogen hat eine Seite dieses Namens.</translation>
    </message>
    <message>
        <source>Choose another name or folder.</source>
        <translation>Bitte einen anderen Namen oder Ordner wählen.</translation>
    </message>
    <message>
        <source>The contact sheet cannot be written to {file} ({reason}).</source>
        <translation>Der Kontaktbogen lässt sich nicht nach {file} schreiben ({reason}).</translation>
    </message>
    <message>
        <source>Choose another place.</source>
        <translation>Bitte einen anderen Ort wählen.</translation>
    </message>
    <message>
        <source>{page} of {pages}</source>
        <translation>{page} von {pages}</translation>
    </message>
</context>
<context>
    <name>DemoDesk</name>
    <message>
        <source>Esc leads back: bring a folder in, or show other photos.</source>
        <translation>Esc führt zurück: einen Ordner importieren oder andere Fotos zeigen.</translation>
    </message>
    <message>
        <source>There are no photos to show</source>
        <translation>Es gibt keine Fotos zu zeigen</translation>
    </message>
    <message>
        <source>Space pauses, the arrows go on, H shows all keys, Esc leaves.</source>
        <translation>Leertaste hält an, Pfeile gehen weiter, H zeigt alle Tasten, Esc beendet.</translation>
    </message>
    <message>
        <source>A tour of the layers</source>
        <translation>Ein Rundgang durch die Schichten</translation>
    </message>
    <message>
        <source>Nothing can be seen in {network}</source>
        <translation>In {network} ist nichts zu sehen</translation>
    </message>
    <message>
        <source>A slide every {seconds} s</source>
        <translation>Alle {seconds} s eine Folie</translation>
    </message>
    <message>
        <source>{name}  ·  {at} of {count}</source>
        <translation>{name}  ·  {at} von {count}</translation>
    </message>
</context>
<context>
    <name>DemoPage</name>
    <message>
        <source>Tour of the Layers</source>
        <translation>Rundgang durch die Schichten</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leertaste</translation>
    </message>
    <message>
        <source>Pause, go on</source>
        <translation>Anhalten, weiter</translation>
    </message>
    <message>
        <source>Next slide, slide before</source>
        <translation>Nächste, vorige Folie</translation>
    </message>
    <message>
        <source>Next photo, photo before</source>
        <translation>Nächstes, voriges Foto</translation>
    </message>
    <message>
        <source>Faster, slower</source>
        <translation>Schneller, langsamer</translation>
    </message>
    <message>
        <source>These keys</source>
        <translation>Diese Tasten</translation>
    </message>
    <message>
        <source>Leave the tour</source>
        <translation>Rundgang beenden</translation>
    </message>
</context>
<context>
    <name>DemoWords</name>
    <message>
        <source>What the network gets: numbers</source>
        <translation>Was das Netz bekommt: Zahlen</translation>
    </message>
    <message>
        <source>The first layer: {units} small detectors</source>
        <translation>Die erste Schicht: {units} kleine Detektoren</translation>
    </message>
    <message>
        <source>Orange says yes, blue-green says no</source>
        <translation>Orange heißt ja, Blaugrün heißt nein</translation>
    </message>
    <message>
        <source>The brighter, the stronger</source>
        <translation>Je heller, desto stärker</translation>
    </message>
    <message>
        <source>Deeper units see more</source>
        <translation>Tiefere Einheiten sehen mehr</translation>
    </message>
    <message>
        <source>Maps get smaller, units get more</source>
        <translation>Kleinere Karten, mehr Einheiten</translation>
    </message>
    <message>
        <source>Maps get smaller</source>
        <translation>Die Karten werden kleiner</translation>
    </message>
    <message>
        <source>Patterns made of patterns</source>
        <translation>Muster aus Mustern</translation>
    </message>
    <message>
        <source>Now one cell can see everything</source>
        <translation>Jetzt kann eine Zelle alles sehen</translation>
    </message>
    <message>
        <source>Nobody told the units what to find</source>
        <translation>Niemand sagte den Einheiten, was zu finden ist</translation>
    </message>
    <message>
        <source>The last layer: what, and only roughly where</source>
        <translation>Die letzte Schicht: was, und nur grob wo</translation>
    </message>
    <message>
        <source>Back to the pixels</source>
        <translation>Zurück zu den Pixeln</translation>
    </message>
    <message>
        <source>Its best guess: {name}, {share}</source>
        <translation>Seine beste Vermutung: {name}, {share}</translation>
    </message>
    <message>
        <source>{side} × {side} pixels</source>
        <translation>{side} × {side} Pixel</translation>
    </message>
    <message>
        <source>What speaks for {name}</source>
        <translation>Was für {name} spricht</translation>
    </message>
    <message>
        <source>Unit {unit}, laid over the photo</source>
        <translation>Einheit {unit}, über das Foto gelegt</translation>
    </message>
    <message>
        <source>Red, green, blue</source>
        <translation>Rot, Grün, Blau</translation>
    </message>
    <message>
        <source>The pixels that unit {unit} answers to</source>
        <translation>Die Pixel, auf die Einheit {unit} anspricht</translation>
    </message>
    <message>
        <source>The {shown} of {units} units that count most, {cells} cells each</source>
        <translation>Die {shown} wichtigsten von {units} Einheiten, je {cells} Zellen</translation>
    </message>
    <message>
        <source>The {shown} of {units} units that stand out most, {cells} cells each</source>
        <translation>Die {shown} auffälligsten von {units} Einheiten, je {cells} Zellen</translation>
    </message>
    <message>
        <source>All {units} units, {cells} cells each</source>
        <translation>Alle {units} Einheiten, je {cells} Zellen</translation>
    </message>
    <message>
        <source>How much red, green and blue each pixel has: {count} numbers. Nobody tells the network what a thing is, or where one begins.</source>
        <translation>Wie viel Rot, Grün und Blau jedes Pixel hat: {count} Zahlen. Niemand sagt dem Netz, was ein Ding ist oder wo eines anfängt.</translation>
    </message>
    <message>
        <source>A unit is a detector for one pattern. Its map shows where in the picture it finds that pattern, and how strongly.</source>
        <translation>Eine Einheit ist ein Detektor für ein Muster. Ihre Karte zeigt, wo im Bild sie dieses Muster findet und wie stark.</translation>
    </message>
    <message>
        <source>A unit is a detector for one pattern: an edge, a colour. It looks at {width} × {height} pixels at a time, all over the picture. Its map shows where it finds it.</source>
        <translation>Eine Einheit ist ein Detektor für ein Muster: eine Kante, eine Farbe. Sie betrachtet je {width} × {height} Pixel, überall im Bild. Ihre Karte zeigt, wo sie es findet.</translation>
    </message>
    <message>
        <source>A unit can say more than where its pattern is. Orange: above zero, it is there. Blue-green: below zero, rather the opposite. Black: zero.</source>
        <translation>Eine Einheit kann mehr sagen, als wo ihr Muster ist. Orange: über null, es ist da. Blaugrün: unter null, eher das Gegenteil. Schwarz: null.</translation>
    </message>
    <message>
        <source>No value here is below zero: black is zero, white the most. Most networks cut off what is below, by a step called ReLU: a unit that finds nothing says nothing.</source>
        <translation>Kein Wert liegt hier unter null: Schwarz ist null, Weiß das Höchste. Die meisten Netze schneiden ab, was darunter liegt; der Schritt heißt ReLU: Eine Einheit, die nichts findet, sagt nichts.</translation>
    </message>
    <message>
        <source>One cell of these maps sees {width} × {height} pixels, its receptive field: the white frame. It looks at cells of the layer before, and these at the layer before that.</source>
        <translation>Eine Zelle dieser Karten sieht {width} × {height} Pixel, ihr rezeptives Feld: den weißen Rahmen. Sie blickt auf Zellen der Schicht davor, und diese wieder auf die Schicht davor.</translation>
    </message>
    <message>
        <source>The first layer&apos;s maps have {before} cells, these have {now}. What is where in detail gets lost, and that is wanted: a cat is a cat wherever it sits.</source>
        <translation>Die Karten der ersten Schicht haben {before} Zellen, diese {now}. Was genau wo ist, geht verloren, und das ist gewollt: Eine Katze ist eine Katze, wo sie auch sitzt.</translation>
    </message>
    <message>
        <source>The first layer has {few} maps of {before} cells, this one {many} of {now}. Less is kept of where something is, more of what it is: a cat is a cat wherever it sits.</source>
        <translation>Die erste Schicht hat {few} Karten mit {before} Zellen, diese {many} mit {now}. Weniger bleibt davon, wo etwas ist, mehr davon, was es ist: Eine Katze ist eine Katze, wo sie auch sitzt.</translation>
    </message>
    <message>
        <source>A unit adds up what the units before it have found, each with its own weight. Edges can add up to textures, and textures to eyes, wheels or leaves.</source>
        <translation>Eine Einheit summiert, was die Einheiten vor ihr gefunden haben, jede mit eigenem Gewicht. Aus Kanten können Texturen werden und aus Texturen Augen, Räder oder Blätter.</translation>
    </message>
    <message>
        <source>Its receptive field is {width} × {height} pixels, and the picture has {side} × {side}. Still, what lies in the middle of the field counts most.</source>
        <translation>Ihr rezeptives Feld ist {width} × {height} Pixel groß, und das Bild hat {side} × {side}. Am meisten zählt trotzdem, was in der Mitte des Feldes liegt.</translation>
    </message>
    <message>
        <source>Before training all weights are random numbers. Each example changes them a little, so that the answers get better. What the units look for comes out of that.</source>
        <translation>Vor dem Training sind alle Gewichte Zufallszahlen. Jedes Beispiel ändert sie ein wenig, damit die Antworten besser werden. Daraus ergibt sich, wonach die Einheiten suchen.</translation>
    </message>
    <message>
        <source>Unit {unit} adds most to the answer that is to come.</source>
        <translation>Einheit {unit} trägt am meisten zu der Antwort bei, die gleich kommt.</translation>
    </message>
    <message>
        <source>Only the average of each map goes on: {units} numbers stand for the photo. By them Lookalike finds photos that are alike.</source>
        <translation>Nur der Mittelwert jeder Karte geht weiter: {units} Zahlen stehen für das Foto. Mit ihnen findet Lookalike ähnliche Fotos.</translation>
    </message>
    <message>
        <source>After this layer there are no places left, only numbers.</source>
        <translation>Nach dieser Schicht gibt es keine Orte mehr, nur noch Zahlen.</translation>
    </message>
    <message>
        <source>What made unit {unit} answer? The way back through all layers leads to these pixels. The method, guided backpropagation, favours edges: a hint, not a proof.</source>
        <translation>Worauf hat Einheit {unit} angesprochen? Der Weg zurück durch alle Schichten führt zu diesen Pixeln. Das Verfahren, Guided Backpropagation, bevorzugt Kanten: ein Hinweis, kein Beweis.</translation>
    </message>
    <message>
        <source>Warm colours: where the photo speaks for “{name}”; cold ones: against it. The network has to choose among its {count} classes, even where none of them fits.</source>
        <translation>Warme Farben: wo das Foto für „{name}“ spricht; kalte: wo dagegen. Das Netz muss unter seinen {count} Klassen wählen, auch wenn keine davon passt.</translation>
    </message>
    <message>
        <source>The network has to choose among its {count} classes, even where none of them fits.</source>
        <translation>Das Netz muss unter seinen {count} Klassen wählen, auch wenn keine davon passt.</translation>
    </message>
</context>
<context>
    <name>DepthPlot</name>
    <message>
        <source>Similarity of the two photos, layer by layer</source>
        <translation>Ähnlichkeit der beiden Fotos, Schicht für Schicht</translation>
    </message>
    <message>
        <source>Choose a second photo to see where the two are alike.</source>
        <translation>Ein zweites Foto auswählen, um zu sehen, wo sich beide ähneln.</translation>
    </message>
    <message>
        <source>Computing…</source>
        <translation>Wird berechnet&#xa0;…</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
</context>
<context>
    <name>DifferencePane</name>
    <message>
        <source>Difference</source>
        <translation>Unterschied</translation>
    </message>
    <message>
        <source>How much a difference is amplified ([ and ])</source>
        <translation>Wie stark ein Unterschied verstärkt wird ([ und ])</translation>
    </message>
    <message>
        <source>Amplification</source>
        <translation>Verstärkung</translation>
    </message>
    <message>
        <source>Heat</source>
        <translation>Wärmebild</translation>
    </message>
    <message>
        <source>Colours for how much differs, not for what (H)</source>
        <translation>Farben dafür, wie viel sich unterscheidet, nicht was (H)</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>Wird verglichen&#xa0;…</translation>
    </message>
    <message>
        <source>{letters}: no difference at {width} × {height}</source>
        <translation>{letters}: kein Unterschied bei {width} × {height}</translation>
    </message>
    <message>
        <source>{letters}: {changed} of the pixels differ visibly, {mean} of 255 on average, at {width} × {height}</source>
        <translation>{letters}: {changed} der Pixel unterscheiden sich sichtbar, im Mittel um {mean} von 255, bei {width} × {height}</translation>
    </message>
    <message>
        <source>Aligned by size only.</source>
        <translation>Nur nach Größe ausgerichtet.</translation>
    </message>
    <message>
        <source>Their shapes differ: one was stretched.</source>
        <translation>Die Seitenverhältnisse sind verschieden: eines wurde gestreckt.</translation>
    </message>
</context>
<context>
    <name>DropTarget</name>
    <message>
        <source>Find similar photos</source>
        <translation>Ähnliche Fotos suchen</translation>
    </message>
    <message>
        <source>Import “{name}”</source>
        <translation>„{name}“ importieren</translation>
    </message>
    <message>
        <source>There is no picture in that</source>
        <translation>Darin ist kein Bild</translation>
    </message>
</context>
<context>
    <name>DropZones</name>
    <message>
        <source>More like this</source>
        <translation>Mehr davon</translation>
    </message>
    <message>
        <source>Less like this</source>
        <translation>Weniger davon</translation>
    </message>
    <message>
        <source>Why is it not here?</source>
        <translation>Warum fehlt es?</translation>
    </message>
</context>
<context>
    <name>EvaluationDesk</name>
    <message>
        <source>Getting ready…</source>
        <translation>Wird vorbereitet&#xa0;…</translation>
    </message>
    <message>
        <source>Looking at the photos by {title}: {done} of {total}</source>
        <translation>Fotos werden betrachtet nach {title}: {done} von {total}</translation>
    </message>
    <message>
        <source>{way}: {done} of {total}</source>
        <translation>{way}: {done} von {total}</translation>
    </message>
</context>
<context>
    <name>EvaluationForm</name>
    <message>
        <source>Evaluate</source>
        <translation>Auswerten</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>To be looked at first: {count} photos</source>
        <translation>Zuerst zu betrachten: {count} Fotos</translation>
    </message>
    <message>
        <source>the same folder</source>
        <translation>demselben Ordner</translation>
    </message>
    <message>
        <source>the same first-level folder</source>
        <translation>demselben obersten Ordner</translation>
    </message>
    <message>
        <source>The first folder below the one that was imported, with all in it</source>
        <translation>Der erste Ordner unter dem importierten, mit allem darin</translation>
    </message>
    <message>
        <source>Right answers come from</source>
        <translation>Richtige Antworten aus</translation>
    </message>
    <message>
        <source>{classes} classes with {photos} photos</source>
        <translation>{classes} Klassen mit {photos} Fotos</translation>
    </message>
    <message>
        <source>Folders of the same name are the same class, wherever they are</source>
        <translation>Ordner gleichen Namens sind dieselbe Klasse, wo immer sie liegen</translation>
    </message>
    <message>
        <source>Compare by</source>
        <translation>Verglichen nach</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>Abstand</translation>
    </message>
</context>
<context>
    <name>EvaluationPage</name>
    <message>
        <source>Evaluate</source>
        <translation>Auswertung</translation>
    </message>
    <message>
        <source>Ways to compare</source>
        <translation>Sichtweisen</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>Klassen</translation>
    </message>
    <message>
        <source>Precision and Recall</source>
        <translation>Präzision und Ausbeute</translation>
    </message>
    <message>
        <source>Worst Queries</source>
        <translation>Schlechteste Anfragen</translation>
    </message>
    <message>
        <source>Which way finds most of what is right?</source>
        <translation>Welche Sichtweise findet am meisten Richtiges?</translation>
    </message>
    <message>
        <source>Each photo is searched by once. Right are the answers of its own folder: choose what to compare by, and evaluate.</source>
        <translation>Nach jedem Foto wird einmal gesucht. Richtig sind die Antworten aus seinem eigenen Ordner: Sichtweisen wählen und auswerten.</translation>
    </message>
    <message>
        <source>Two folders are needed, with two photos each</source>
        <translation>Dafür braucht es zwei Ordner mit je zwei Fotos</translation>
    </message>
    <message>
        <source>Answers are right where they come from the same folder as the query. Sort some photos into folders by what they show, and import them.</source>
        <translation>Antworten sind richtig, wenn sie aus demselben Ordner kommen wie die Anfrage. Einige Fotos nach dem, was sie zeigen, in Ordner sortieren und importieren.</translation>
    </message>
    <message>
        <source>{queries} queries in {classes} classes · in grey: 95% confidence intervals</source>
        <translation>{queries} Anfragen in {classes} Klassen · grau: 95-%-Vertrauensbereiche</translation>
    </message>
    <message>
        <source>The table is on the clipboard.</source>
        <translation>Die Tabelle ist in der Zwischenablage.</translation>
    </message>
    <message>
        <source>Copy Table</source>
        <translation>Tabelle kopieren</translation>
    </message>
    <message>
        <source>For a spreadsheet</source>
        <translation>Für ein Tabellenprogramm</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>Als Markdown kopieren</translation>
    </message>
    <message>
        <source>For a text</source>
        <translation>Für einen Text</translation>
    </message>
    <message>
        <source>Back to the photos (Esc)</source>
        <translation>Zurück zu den Fotos (Esc)</translation>
    </message>
</context>
<context>
    <name>FactsPanel</name>
    <message>
        <source>Copy all of this as text</source>
        <translation>Alles als Text kopieren</translation>
    </message>
    <message>
        <source>About this photo</source>
        <translation>Über dieses Foto</translation>
    </message>
</context>
<context>
    <name>FigureRows</name>
    <message>
        <source>How often the first answer is right</source>
        <translation>Wie oft die erste Antwort richtig ist</translation>
    </message>
    <message>
        <source>How many of the first ten answers are right</source>
        <translation>Wie viele der ersten zehn Antworten richtig sind</translation>
    </message>
    <message>
        <source>How far up all right answers stand: mean average precision</source>
        <translation>Wie weit oben alle richtigen Antworten stehen: mittlere durchschnittliche Präzision (mAP)</translation>
    </message>
</context>
<context>
    <name>FileDesk</name>
    <message>
        <source>Copy Photos to a Folder</source>
        <translation>Fotos in einen Ordner kopieren</translation>
    </message>
    <message>
        <source>Move Photos to a Folder</source>
        <translation>Fotos in einen Ordner verschieben</translation>
    </message>
    <message>
        <source>Hard-Link Photos into a Folder</source>
        <translation>Hardlinks der Fotos in einem Ordner anlegen</translation>
    </message>
    <message>
        <source>Export a List</source>
        <translation>Liste exportieren</translation>
    </message>
    <message>
        <source>Photos.csv</source>
        <translation>Fotos.csv</translation>
    </message>
    <message>
        <source>Writing the list…</source>
        <translation>Die Liste wird geschrieben&#xa0;…</translation>
    </message>
    <message>
        <source>Looking at the files…</source>
        <translation>Die Dateien werden geprüft&#xa0;…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln photo(s) written to {name}.</source>
        <translation>
            <numerusform>%Ln Foto in {name} geschrieben.</numerusform>
            <numerusform>%Ln Fotos in {name} geschrieben.</numerusform>
        </translation>
    </message>
    <message>
        <source>Contact sheet.pdf</source>
        <translation>Kontaktbogen.pdf</translation>
    </message>
    <message>
        <source>Export a Contact Sheet</source>
        <translation>Kontaktbogen exportieren</translation>
    </message>
    <message>
        <source>Making the contact sheet…</source>
        <translation>Der Kontaktbogen wird erstellt&#xa0;…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) written, the first is {name}.</source>
        <translation>
            <numerusform>%Ln Datei geschrieben: {name}.</numerusform>
            <numerusform>%Ln Dateien geschrieben, die erste ist {name}.</numerusform>
        </translation>
    </message>
    <message>
        <source>The contact sheet is {name}.</source>
        <translation>Der Kontaktbogen ist {name}.</translation>
    </message>
    <message>
        <source>Show in Folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>Wait until the files before are done.</source>
        <translation>Bitte warten, bis die vorigen Dateien fertig sind.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Details…</source>
        <translation>Details&#xa0;…</translation>
    </message>
    <message>
        <source>Stopped. Nothing was changed.</source>
        <translation>Abgebrochen. Nichts wurde geändert.</translation>
    </message>
</context>
<context>
    <name>FileDetails</name>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) were left as they are</source>
        <translation>
            <numerusform>%Ln Datei blieb, wie sie ist</numerusform>
            <numerusform>%Ln Dateien blieben, wie sie sind</numerusform>
        </translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Copy as Text</source>
        <translation>Als Text kopieren</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
</context>
<context>
    <name>FilePreview</name>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Keep both, with a number in the name</source>
        <translation>Beide behalten, mit einer Zahl im Namen</translation>
    </message>
    <message>
        <source>Leave them out</source>
        <translation>Auslassen</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>{size} free</source>
        <translation>{size} frei</translation>
    </message>
    <message numerus="yes">
        <source>%Ln name(s) are taken.</source>
        <translation>
            <numerusform>%Ln Name ist vergeben.</numerusform>
            <numerusform>%Ln Namen sind vergeben.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FileProgress</name>
    <message>
        <source>Stopping…</source>
        <translation>Wird abgebrochen&#xa0;…</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} von {total}</translation>
    </message>
</context>
<context>
    <name>FileWords</name>
    <message numerus="yes">
        <source>Copy %Ln Photo(s)</source>
        <translation>
            <numerusform>%Ln Foto kopieren</numerusform>
            <numerusform>%Ln Fotos kopieren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %Ln Photo(s)</source>
        <translation>
            <numerusform>%Ln Foto verschieben</numerusform>
            <numerusform>%Ln Fotos verschieben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Link %Ln Photo(s)</source>
        <translation>
            <numerusform>%Ln Hardlink anlegen</numerusform>
            <numerusform>%Ln Hardlinks anlegen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %Ln Photo(s) to the Trash</source>
        <translation>
            <numerusform>%Ln Foto in den Papierkorb legen</numerusform>
            <numerusform>%Ln Fotos in den Papierkorb legen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %Ln photo(s) to the trash</source>
        <translation>
            <numerusform>%Ln Foto in den Papierkorb legen</numerusform>
            <numerusform>%Ln Fotos in den Papierkorb legen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copy %Ln photo(s) to {place}</source>
        <translation>
            <numerusform>%Ln Foto nach {place} kopieren</numerusform>
            <numerusform>%Ln Fotos nach {place} kopieren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %Ln photo(s) to {place}</source>
        <translation>
            <numerusform>%Ln Foto nach {place} verschieben</numerusform>
            <numerusform>%Ln Fotos nach {place} verschieben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Hard-link %Ln photo(s) into {place}</source>
        <translation>
            <numerusform>Hardlink von %Ln Foto in {place} anlegen</numerusform>
            <numerusform>Hardlinks von %Ln Fotos in {place} anlegen</numerusform>
        </translation>
    </message>
    <message>
        <source>Taking it back…</source>
        <translation>Wird zurückgenommen&#xa0;…</translation>
    </message>
    <message>
        <source>Copying photos…</source>
        <translation>Fotos werden kopiert&#xa0;…</translation>
    </message>
    <message>
        <source>Moving photos…</source>
        <translation>Fotos werden verschoben&#xa0;…</translation>
    </message>
    <message>
        <source>Linking photos…</source>
        <translation>Hardlinks werden angelegt&#xa0;…</translation>
    </message>
    <message>
        <source>Moving photos to the trash…</source>
        <translation>Fotos werden in den Papierkorb gelegt&#xa0;…</translation>
    </message>
    <message>
        <source>It was stopped before the end.</source>
        <translation>Vor dem Ende wurde abgebrochen.</translation>
    </message>
    <message>
        <source>Lookalike ended in the middle of this:</source>
        <translation>Lookalike wurde mittendrin beendet:</translation>
    </message>
    <message numerus="yes">
        <source>Copied %Ln photo(s) to {place}.</source>
        <translation>
            <numerusform>%Ln Foto nach {place} kopiert.</numerusform>
            <numerusform>%Ln Fotos nach {place} kopiert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Moved %Ln photo(s) to {place}.</source>
        <translation>
            <numerusform>%Ln Foto nach {place} verschoben.</numerusform>
            <numerusform>%Ln Fotos nach {place} verschoben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Linked %Ln photo(s) into {place}.</source>
        <translation>
            <numerusform>Hardlink von %Ln Foto in {place} angelegt.</numerusform>
            <numerusform>Hardlinks von %Ln Fotos in {place} angelegt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Moved %Ln photo(s) to the trash.</source>
        <translation>
            <numerusform>%Ln Foto in den Papierkorb gelegt.</numerusform>
            <numerusform>%Ln Fotos in den Papierkorb gelegt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copied {done} of %Ln photo(s) to {place}.</source>
        <translation>
            <numerusform>{done} von %Ln Foto nach {place} kopiert.</numerusform>
            <numerusform>{done} von %Ln Fotos nach {place} kopiert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Moved {done} of %Ln photo(s) to {place}.</source>
        <translation>
            <numerusform>{done} von %Ln Foto nach {place} verschoben.</numerusform>
            <numerusform>{done} von %Ln Fotos nach {place} verschoben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Linked {done} of %Ln photo(s) into {place}.</source>
        <translation>
            <numerusform>Hardlinks von {done} von %Ln Foto in {place} angelegt.</numerusform>
            <numerusform>Hardlinks von {done} von %Ln Fotos in {place} angelegt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Moved {done} of %Ln photo(s) to the trash.</source>
        <translation>
            <numerusform>{done} von %Ln Foto in den Papierkorb gelegt.</numerusform>
            <numerusform>{done} von %Ln Fotos in den Papierkorb gelegt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{done} of %Ln photo(s) are back where they were.</source>
        <translation>
            <numerusform>{done} von %Ln Foto ist wieder an seinem Platz.</numerusform>
            <numerusform>{done} von %Ln Fotos sind wieder an ihrem Platz.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln photo(s) are back where they were.</source>
        <translation>
            <numerusform>%Ln Foto ist wieder an seinem Platz.</numerusform>
            <numerusform>%Ln Fotos sind wieder an ihrem Platz.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Removed {done} of %Ln new file(s) again.</source>
        <translation>
            <numerusform>{done} von %Ln neuen Datei wieder entfernt.</numerusform>
            <numerusform>{done} von %Ln neuen Dateien wieder entfernt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Removed %Ln new file(s) again.</source>
        <translation>
            <numerusform>%Ln neue Datei wieder entfernt.</numerusform>
            <numerusform>%Ln neue Dateien wieder entfernt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Becomes {name}</source>
        <translation>Wird zu {name}</translation>
    </message>
    <message>
        <source>Left out: {reason}</source>
        <translation>Ausgelassen: {reason}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) left out: {reason}.</source>
        <translation>
            <numerusform>%Ln Datei ausgelassen: {reason}.</numerusform>
            <numerusform>%Ln Dateien ausgelassen: {reason}.</numerusform>
        </translation>
    </message>
    <message>
        <source>the name is taken</source>
        <translation>der Name ist vergeben</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>nicht mehr da</translation>
    </message>
    <message>
        <source>in that folder already</source>
        <translation>schon in diesem Ordner</translation>
    </message>
    <message>
        <source>the same file as another of these</source>
        <translation>dieselbe Datei wie eine andere davon</translation>
    </message>
    <message>
        <source>a link to a file elsewhere</source>
        <translation>ein Verweis auf eine Datei an anderem Ort</translation>
    </message>
    <message>
        <source>on another disk, where no hard link leads</source>
        <translation>auf einem anderen Laufwerk, wohin kein Hardlink führt</translation>
    </message>
    <message>
        <source>in a folder that may not be changed</source>
        <translation>in einem Ordner, der nicht geändert werden darf</translation>
    </message>
    <message>
        <source>on a disk without a trash for it</source>
        <translation>auf einem Laufwerk ohne Papierkorb dafür</translation>
    </message>
    <message>
        <source>{place} has no room for that: {needed} are needed, {free} are free.</source>
        <translation>{place} hat nicht genug Platz: {needed} werden gebraucht, {free} sind frei.</translation>
    </message>
    <message>
        <source>{place} is not a folder that is there now.</source>
        <translation>{place} ist zurzeit kein vorhandener Ordner.</translation>
    </message>
    <message>
        <source>{place} may not be written to. Choose another folder.</source>
        <translation>In {place} darf nicht geschrieben werden. Bitte einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>{place} is where Lookalike keeps its library. Choose another folder.</source>
        <translation>In {place} liegt die Bibliothek von Lookalike. Bitte einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>There is nothing to do with these files.</source>
        <translation>Mit diesen Dateien ist nichts zu tun.</translation>
    </message>
    <message>
        <source>{place} is in no folder of this library: the photos leave it with their files.</source>
        <translation>{place} liegt in keinem Ordner dieser Bibliothek: Die Fotos verlassen sie mit ihren Dateien.</translation>
    </message>
    <message>
        <source>Undo cannot look into this trash: to have them back, open the trash itself.</source>
        <translation>„Rückgängig“ kann in diesen Papierkorb nicht hineinsehen: Zum Zurückholen den Papierkorb selbst öffnen.</translation>
    </message>
    <message>
        <source>This can be undone until the trash is emptied.</source>
        <translation>Das lässt sich rückgängig machen, bis der Papierkorb geleert wird.</translation>
    </message>
    <message>
        <source>A hard link is a second name for the same file: edits show in both.</source>
        <translation>Ein Hardlink ist ein zweiter Name derselben Datei: Änderungen zeigen sich in beiden.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln sidecar file(s) (.xmp) stay where they are.</source>
        <translation>
            <numerusform>%Ln Begleitdatei (.xmp) bleibt, wo sie ist.</numerusform>
            <numerusform>%Ln Begleitdateien (.xmp) bleiben, wo sie sind.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FilterBox</name>
    <message>
        <source>Clear the filter (Esc)</source>
        <translation>Filter löschen (Esc)</translation>
    </message>
    <message>
        <source>Filter: name, date:2021, camera:, dog …</source>
        <translation>Filter: Name, date:2021, camera:, dog&#xa0;…</translation>
    </message>
    <message>
        <source>Filter the photos</source>
        <translation>Die Fotos filtern</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message numerus="yes">
        <source>%Ln photo(s)</source>
        <translation>
            <numerusform>%Ln Foto</numerusform>
            <numerusform>%Ln Fotos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FolderList</name>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Fotos</translation>
    </message>
    <message>
        <source>Not readable</source>
        <translation>Nicht lesbar</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Fehlend</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>Verbunden</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Nicht verbunden</translation>
    </message>
</context>
<context>
    <name>FoldersDesk</name>
    <message>
        <source>Remove {folder} from the library?</source>
        <translation>{folder} aus der Bibliothek entfernen?</translation>
    </message>
    <message numerus="yes">
        <source>Its %Ln photo(s) can no longer be found here.</source>
        <translation>
            <numerusform>Sein %Ln Foto ist hier nicht mehr zu finden.</numerusform>
            <numerusform>Seine %Ln Fotos sind hier nicht mehr zu finden.</numerusform>
        </translation>
    </message>
    <message>
        <source>The files themselves stay where they are, untouched; importing the folder again brings them back.</source>
        <translation>Die Dateien selbst bleiben unberührt an ihrem Platz; ein neuer Import des Ordners bringt sie zurück.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
</context>
<context>
    <name>FoldersPage</name>
    <message>
        <source>Folders</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Photos are looked for in these folders and all folders inside them.</source>
        <translation>Fotos werden in diesen Ordnern und allen Ordnern darin gesucht.</translation>
    </message>
    <message>
        <source>Import Folder…</source>
        <translation>Ordner importieren&#xa0;…</translation>
    </message>
    <message>
        <source>Back to the photos (Esc)</source>
        <translation>Zurück zu den Fotos (Esc)</translation>
    </message>
    <message>
        <source>No folders yet.</source>
        <translation>Noch keine Ordner.</translation>
    </message>
    <message>
        <source>Import one, and it is listed here.</source>
        <translation>Ein importierter Ordner steht hier.</translation>
    </message>
    <message>
        <source>Leave out what matches one of these patterns, one in each line: *.png for PNG files, Trash for what has that name, */private/* for what is inside a folder called private.</source>
        <translation>Auslassen, was auf eines dieser Muster passt, eines je Zeile: *.png für PNG-Dateien, Papierkorb für alles mit diesem Namen, */privat/* für alles in einem Ordner namens privat.</translation>
    </message>
    <message>
        <source>For example:
*_small.*
*/private/*</source>
        <translation>Zum Beispiel:
*_klein.*
*/privat/*</translation>
    </message>
    <message>
        <source>Patterns of what to leave out</source>
        <translation>Muster für das, was ausgelassen wird</translation>
    </message>
    <message>
        <source>Look Again</source>
        <translation>Neu suchen</translation>
    </message>
    <message>
        <source>Remove from Library…</source>
        <translation>Entfernen&#xa0;…</translation>
    </message>
    <message>
        <source>Save and Look Again</source>
        <translation>Speichern und suchen</translation>
    </message>
    <message>
        <source>Wait until the photos that are coming in are there</source>
        <translation>Bitte warten, bis die laufenden Fotos da sind</translation>
    </message>
</context>
<context>
    <name>GridControls</name>
    <message>
        <source>Order of the units</source>
        <translation>Reihenfolge der Einheiten</translation>
    </message>
    <message>
        <source>Gamma</source>
        <translation>Gamma</translation>
    </message>
    <message>
        <source>Boost</source>
        <translation>Verstärken</translation>
    </message>
    <message>
        <source>Each unit on its own scale (Shift+T)</source>
        <translation>Jede Einheit auf eigener Skala (Umschalt+T)</translation>
    </message>
    <message>
        <source>Patterns</source>
        <translation>Muster</translation>
    </message>
    <message>
        <source>What excites each unit most in your photos (S)</source>
        <translation>Was jede Einheit in den Fotos am stärksten anregt (S)</translation>
    </message>
    <message>
        <source>Gamma {gamma}</source>
        <translation>Gamma {gamma}</translation>
    </message>
    <message>
        <source>By number</source>
        <translation>Nach Nummer</translation>
    </message>
    <message>
        <source>By maximum</source>
        <translation>Nach Maximum</translation>
    </message>
    <message>
        <source>By mean</source>
        <translation>Nach Mittelwert</translation>
    </message>
    <message>
        <source>By share in the match</source>
        <translation>Nach Anteil an der Ähnlichkeit</translation>
    </message>
</context>
<context>
    <name>GridSurface</name>
    <message>
        <source>folded</source>
        <translation>eingeklappt</translation>
    </message>
    <message>
        <source>unfolded</source>
        <translation>ausgeklappt</translation>
    </message>
    <message numerus="yes">
        <source>{title}, %Ln photo(s), {state}</source>
        <translation>
            <numerusform>{title}, %Ln Foto, {state}</numerusform>
            <numerusform>{title}, %Ln Fotos, {state}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HeatLegend</name>
    <message>
        <source>against</source>
        <translation>dagegen</translation>
    </message>
    <message>
        <source>for</source>
        <translation>dafür</translation>
    </message>
    <message>
        <source>What a part adds to the likeness: one scale for both pictures</source>
        <translation>Was ein Teil zur Ähnlichkeit beiträgt: eine Skala für beide Bilder</translation>
    </message>
</context>
<context>
    <name>ImportDesk</name>
    <message>
        <source>Import a Folder of Photos</source>
        <translation>Einen Ordner mit Fotos importieren</translation>
    </message>
    <message>
        <source>{folders} cannot be reached now. Connect the drive that it is on, and look again.</source>
        <translation>{folders} ist gerade nicht erreichbar. Das Laufwerk anschließen und erneut suchen.</translation>
    </message>
    <message>
        <source>There is no folder to look through. Import one first.</source>
        <translation>Es gibt keinen Ordner zu durchsuchen. Bitte zuerst einen importieren.</translation>
    </message>
    <message>
        <source>Show Problems</source>
        <translation>Probleme zeigen</translation>
    </message>
    <message>
        <source>Importing was stopped. What was done is kept.</source>
        <translation>Der Import wurde abgebrochen. Was fertig ist, bleibt.</translation>
    </message>
    <message>
        <source>Go On</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>Erneut versuchen</translation>
    </message>
</context>
<context>
    <name>ImportWords</name>
    <message>
        <source>{count} could not be read.</source>
        <translation>{count} nicht lesbar.</translation>
    </message>
    <message>
        <source>Not reached: {names}. Nothing of that is forgotten.</source>
        <translation>Nicht erreicht: {names}. Nichts davon ist vergessen.</translation>
    </message>
    <message>
        <source>{count} interruptions on the way were mended.</source>
        <translation>{count} Unterbrechungen wurden unterwegs behoben.</translation>
    </message>
    <message>
        <source>{changes} in {duration}.</source>
        <translation>{changes} in {duration}.</translation>
    </message>
    <message numerus="yes">
        <source>Nothing new: all %Ln photo(s) are known already.</source>
        <translation>
            <numerusform>Nichts Neues: Das %Ln Foto ist schon bekannt.</numerusform>
            <numerusform>Nichts Neues: Alle %Ln Fotos sind schon bekannt.</numerusform>
        </translation>
    </message>
    <message>
        <source>There are no photos in that folder.</source>
        <translation>In diesem Ordner sind keine Fotos.</translation>
    </message>
    <message>
        <source>{count} added</source>
        <translation>{count} hinzugefügt</translation>
    </message>
    <message numerus="yes">
        <source>%Ln photo(s) added</source>
        <translation>
            <numerusform>%Ln Foto hinzugefügt</numerusform>
            <numerusform>%Ln Fotos hinzugefügt</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} updated</source>
        <translation>{count} aktualisiert</translation>
    </message>
    <message numerus="yes">
        <source>%Ln photo(s) updated</source>
        <translation>
            <numerusform>%Ln Foto aktualisiert</numerusform>
            <numerusform>%Ln Fotos aktualisiert</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} moved</source>
        <translation>{count} verschoben</translation>
    </message>
    <message numerus="yes">
        <source>%Ln photo(s) moved</source>
        <translation>
            <numerusform>%Ln Foto verschoben</numerusform>
            <numerusform>%Ln Fotos verschoben</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} no longer there</source>
        <translation>{count} nicht mehr da</translation>
    </message>
    <message numerus="yes">
        <source>%Ln photo(s) no longer there</source>
        <translation>
            <numerusform>%Ln Foto nicht mehr da</numerusform>
            <numerusform>%Ln Fotos nicht mehr da</numerusform>
        </translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} s</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
</context>
<context>
    <name>InputView</name>
    <message>
        <source>What the network gets</source>
        <translation>Was das Netz bekommt</translation>
    </message>
    <message>
        <source>row {row}, column {column}</source>
        <translation>Zeile {row}, Spalte {column}</translation>
    </message>
    <message>
        <source>sees all</source>
        <translation>sieht alles</translation>
    </message>
</context>
<context>
    <name>LayerHelp</name>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>From unit to unit</source>
        <translation>Von Einheit zu Einheit</translation>
    </message>
    <message>
        <source>The same, without the arrows</source>
        <translation>Dasselbe ohne Pfeiltasten</translation>
    </message>
    <message>
        <source>One unit large</source>
        <translation>Eine Einheit groß</translation>
    </message>
    <message>
        <source>Patterns in place of maps</source>
        <translation>Muster statt Karten</translation>
    </message>
    <message>
        <source>Gamma, boost</source>
        <translation>Gamma, Verstärken</translation>
    </message>
    <message>
        <source>Next method</source>
        <translation>Nächstes Verfahren</translation>
    </message>
    <message>
        <source>Freeze what is asked about</source>
        <translation>Die Frage festhalten</translation>
    </message>
    <message>
        <source>Class labels</source>
        <translation>Namen der Klassen</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>Einheiten</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Schichten</translation>
    </message>
    <message>
        <source>Layer before, layer after</source>
        <translation>Vorige, nächste Schicht</translation>
    </message>
    <message>
        <source>Back to the pixels</source>
        <translation>Zurück zu den Pixeln</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Fotos</translation>
    </message>
    <message>
        <source>Photo before, photo after</source>
        <translation>Voriges, nächstes Foto</translation>
    </message>
    <message>
        <source>This page</source>
        <translation>Diese Seite</translation>
    </message>
    <message>
        <source>A tour of the layers</source>
        <translation>Ein Rundgang durch die Schichten</translation>
    </message>
    <message>
        <source>These keys</source>
        <translation>Diese Tasten</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
</context>
<context>
    <name>LayerPanel</name>
    <message>
        <source>This cannot be shown</source>
        <translation>Das lässt sich nicht zeigen</translation>
    </message>
    <message>
        <source>Computing…</source>
        <translation>Wird berechnet&#xa0;…</translation>
    </message>
</context>
<context>
    <name>LayerStrip</name>
    <message>
        <source>Layers of the network</source>
        <translation>Schichten des Netzes</translation>
    </message>
    <message>
        <source>All layers</source>
        <translation>Alle Schichten</translation>
    </message>
    <message>
        <source>Show the layers inside of blocks as well</source>
        <translation>Auch die Schichten innerhalb von Blöcken zeigen</translation>
    </message>
</context>
<context>
    <name>LayerWords</name>
    <message>
        <source>Pixels</source>
        <translation>Pixel</translation>
    </message>
    <message>
        <source>Convolution</source>
        <translation>Faltung</translation>
    </message>
    <message>
        <source>Depthwise convolution</source>
        <translation>Kanalweise Faltung</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>Block</translation>
    </message>
    <message>
        <source>Pooling</source>
        <translation>Pooling</translation>
    </message>
    <message>
        <source>Concatenation</source>
        <translation>Verkettung</translation>
    </message>
    <message>
        <source>Dense layer</source>
        <translation>Vollverbundene Schicht</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>Klassen</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>sees all</source>
        <translation>sieht alles</translation>
    </message>
    <message>
        <source>sees {size} px</source>
        <translation>sieht {size} px</translation>
    </message>
    <message>
        <source>Units: {shape}</source>
        <translation>Einheiten: {shape}</translation>
    </message>
    <message>
        <source>Units × rows × columns: {shape}</source>
        <translation>Einheiten × Zeilen × Spalten: {shape}</translation>
    </message>
    <message>
        <source>Each unit sees the whole picture</source>
        <translation>Jede Einheit sieht das ganze Bild</translation>
    </message>
    <message>
        <source>Each cell sees {height} × {width} pixels</source>
        <translation>Jede Zelle sieht {height} × {width} Pixel</translation>
    </message>
    <message>
        <source>Each cell sees {height} × {width} pixels: more than the picture has</source>
        <translation>Jede Zelle sieht {height} × {width} Pixel: mehr, als das Bild hat</translation>
    </message>
</context>
<context>
    <name>LayersDesk</name>
    <message>
        <source>{name} does not tell how it wants to be fed; it is fed as is usual.</source>
        <translation>{name} sagt nicht, welche Eingabe es braucht; es bekommt die übliche.</translation>
    </message>
    <message>
        <source>Unit {unit} on {name}</source>
        <translation>Einheit {unit} auf {name}</translation>
    </message>
</context>
<context>
    <name>LayersDoor</name>
    <message>
        <source>Networks (*.onnx)</source>
        <translation>Netze (*.onnx)</translation>
    </message>
    <message>
        <source>Open a network to look into</source>
        <translation>Ein Netz öffnen, um hineinzusehen</translation>
    </message>
</context>
<context>
    <name>LayersPage</name>
    <message>
        <source>What the Network Sees</source>
        <translation>Was das Netz sieht</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>Back to Pixels</source>
        <translation>Pixel</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>Klassen</translation>
    </message>
    <message>
        <source>Fooled</source>
        <translation>Getäuscht</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Previous photo (Page Up)</source>
        <translation>Voriges Foto (Bild auf)</translation>
    </message>
    <message>
        <source>Next photo (Page Down)</source>
        <translation>Nächstes Foto (Bild ab)</translation>
    </message>
    <message>
        <source>How maps lie over the picture</source>
        <translation>Wie Karten über dem Bild liegen</translation>
    </message>
    <message>
        <source>Pin Unit</source>
        <translation>Einheit anheften</translation>
    </message>
    <message>
        <source>Keep this unit&apos;s map beside the others, to compare</source>
        <translation>Die Karte dieser Einheit zum Vergleich neben den anderen behalten</translation>
    </message>
    <message>
        <source>Without the second picture</source>
        <translation>Ohne das zweite Bild</translation>
    </message>
    <message>
        <source>Keys of this page (?)</source>
        <translation>Tasten dieser Seite (?)</translation>
    </message>
    <message>
        <source>A tour of the layers (F5)</source>
        <translation>Ein Rundgang durch die Schichten (F5)</translation>
    </message>
    <message>
        <source>Back to the photos (Esc)</source>
        <translation>Zurück zu den Fotos (Esc)</translation>
    </message>
    <message>
        <source>Open a Network File…</source>
        <translation>Netzdatei öffnen&#xa0;…</translation>
    </message>
    <message>
        <source>Pinned: Unit {number}</source>
        <translation>Angeheftet: Einheit {number}</translation>
    </message>
    <message>
        <source>Soft</source>
        <translation>Weich</translation>
    </message>
    <message>
        <source>Cells</source>
        <translation>Zellen</translation>
    </message>
    <message>
        <source>Contours</source>
        <translation>Konturen</translation>
    </message>
    <message>
        <source>Photo alone</source>
        <translation>Nur das Foto</translation>
    </message>
</context>
<context>
    <name>Leaving</name>
    <message>
        <source>Photos are still coming in.</source>
        <translation>Es werden noch Fotos importiert.</translation>
    </message>
    <message>
        <source>They can go on coming in while the window is closed; Lookalike quits when they are all there. Or stop now: what is done is kept, and the next import goes on from there.</source>
        <translation>Der Import kann bei geschlossenem Fenster weiterlaufen; Lookalike beendet sich, wenn alle da sind. Oder jetzt abbrechen: Was fertig ist, bleibt, und der nächste Import macht dort weiter.</translation>
    </message>
    <message>
        <source>Go On in the Background</source>
        <translation>Im Hintergrund weiter</translation>
    </message>
    <message>
        <source>Stop Importing</source>
        <translation>Import abbrechen</translation>
    </message>
</context>
<context>
    <name>LensColumn</name>
    <message>
        <source>Leave this way out</source>
        <translation>Diese Sichtweise weglassen</translation>
    </message>
    <message>
        <source>Photos by {way}</source>
        <translation>Fotos nach {way}</translation>
    </message>
    <message>
        <source>This photo: place {place}</source>
        <translation>Dieses Foto: Platz {place}</translation>
    </message>
    <message>
        <source>This photo: not among the first {count}</source>
        <translation>Dieses Foto: nicht unter den ersten {count}</translation>
    </message>
</context>
<context>
    <name>LensDesk</name>
    <message>
        <source>No photo fits.</source>
        <translation>Kein Foto passt.</translation>
    </message>
    <message>
        <source>Not built yet. Photos to look at: {count}</source>
        <translation>Noch nicht angelegt. Zu&#xa0;betrachtende&#xa0;Fotos:&#xa0;{count}</translation>
    </message>
    <message>
        <source>Build</source>
        <translation>Anlegen</translation>
    </message>
    <message>
        <source>Waiting until another way is built…</source>
        <translation>Wartet, bis eine andere Sichtweise angelegt ist&#xa0;…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Looking at the photos by {title}: {done} of {total}</source>
        <translation>Fotos werden betrachtet nach {title}: {done} von {total}</translation>
    </message>
</context>
<context>
    <name>LensPage</name>
    <message>
        <source>Compare ways</source>
        <translation>Sichtweisen vergleichen</translation>
    </message>
    <message>
        <source>Back to the photos (Esc)</source>
        <translation>Zurück zu den Fotos (Esc)</translation>
    </message>
    <message>
        <source>{shared} of {first} in common with {way}</source>
        <translation>{shared} von {first} gemeinsam mit {way}</translation>
    </message>
    <message>
        <source>Found in all {ways} ways: {count}</source>
        <translation>In allen {ways} Sichtweisen gefunden: {count}</translation>
    </message>
    <message>
        <source>Add a Way</source>
        <translation>Sichtweise hinzufügen</translation>
    </message>
    <message>
        <source>In common among the first</source>
        <translation>Gemeinsam unter den ersten</translation>
    </message>
</context>
<context>
    <name>LensRow</name>
    <message>
        <source>By what photos are compared</source>
        <translation>Wonach Fotos verglichen werden</translation>
    </message>
    <message>
        <source>not built yet · photos to look at: {count}</source>
        <translation>noch nicht angelegt · zu betrachtende Fotos: {count}</translation>
    </message>
</context>
<context>
    <name>Likeness</name>
    <message>
        <source>{percent} similar</source>
        <translation>{percent} ähnlich</translation>
    </message>
    <message>
        <source>{similar}, closer than {share} of random pairs</source>
        <translation>{similar}, näher als {share} zufälliger Paare</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Nothing Fits</source>
        <translation>Nichts passt</translation>
    </message>
    <message>
        <source>no network</source>
        <translation>kein Netz</translation>
    </message>
</context>
<context>
    <name>MaximisedPicture</name>
    <message>
        <source>Show What Would Excite It Most</source>
        <translation>Bild dafür erzeugen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Another Start</source>
        <translation>Anderer Anfang</translation>
    </message>
    <message>
        <source>Begin with other noise: there is more than one answer</source>
        <translation>Mit anderem Rauschen beginnen: Es gibt mehr als eine Antwort</translation>
    </message>
    <message>
        <source>Made by the network</source>
        <translation>Vom Netz gemacht</translation>
    </message>
    <message>
        <source>Computing…</source>
        <translation>Wird berechnet&#xa0;…</translation>
    </message>
    <message>
        <source>A picture that is made for this unit alone, from noise.</source>
        <translation>Ein Bild, das nur für diese Einheit aus Rauschen entsteht.</translation>
    </message>
    <message>
        <source>value {value}</source>
        <translation>Wert {value}</translation>
    </message>
    <message>
        <source>Step {step} of {steps}</source>
        <translation>Schritt {step} von {steps}</translation>
    </message>
    <message>
        <source>{steps} steps · {value} · seed {seed}</source>
        <translation>{steps} Schritte · {value} · Seed {seed}</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Something unexpected went wrong ({name}: {error}).</source>
        <translation>Unerwartet ging etwas schief ({name}: {error}).</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
</context>
<context>
    <name>MissingWords</name>
    <message>
        <source>Missed · {name}</source>
        <translation>Vermisst · {name}</translation>
    </message>
    <message>
        <source>Best match · {name} · {percent} similar</source>
        <translation>Bester Treffer · {name} · {percent} ähnlich</translation>
    </message>
    <message>
        <source>It is number {rank} of the answer.</source>
        <translation>Es ist Nummer {rank} der Ergebnisse.</translation>
    </message>
    <message>
        <source>What {best} has that it lacks</source>
        <translation>Was {best} hat und diesem Foto fehlt</translation>
    </message>
    <message>
        <source>It is here</source>
        <translation>Es ist da</translation>
    </message>
    <message>
        <source>Why it is not here</source>
        <translation>Warum es fehlt</translation>
    </message>
    <message>
        <source>Query · {name}</source>
        <translation>Anfrage · {name}</translation>
    </message>
    <message>
        <source>Number {rank} of {count}, {percent} similar.</source>
        <translation>Nummer {rank} von {count}, {percent} ähnlich.</translation>
    </message>
    <message>
        <source>The last of the {shown} shown is {percent} similar.</source>
        <translation>Das letzte der {shown} gezeigten ist {percent} ähnlich.</translation>
    </message>
</context>
<context>
    <name>MixSliders</name>
    <message>
        <source>How much each way counts</source>
        <translation>Wie viel jede Sichtweise zählt</translation>
    </message>
</context>
<context>
    <name>Numbers</name>
    <message>
        <source>{number}%</source>
        <translation>{number}&#xa0;%</translation>
    </message>
</context>
<context>
    <name>OverlapTable</name>
    <message>
        <source>Photos in common</source>
        <translation>Gemeinsame Fotos</translation>
    </message>
</context>
<context>
    <name>PairStage</name>
    <message>
        <source>Both pictures, and what each part of them adds</source>
        <translation>Beide Bilder und was jeder Teil von ihnen beiträgt</translation>
    </message>
</context>
<context>
    <name>PatchBoard</name>
    <message>
        <source>Photos That Excite It Most</source>
        <translation>Fotos, die sie anregen</translation>
    </message>
    <message>
        <source>All photos of the library, those that excite it first</source>
        <translation>Alle Fotos der Bibliothek, zuerst die, die sie am stärksten anregen</translation>
    </message>
    <message>
        <source>{name}
value {value}</source>
        <translation>{name}
Wert {value}</translation>
    </message>
    <message>
        <source>Computing…</source>
        <translation>Wird berechnet&#xa0;…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Look at All Photos</source>
        <translation>Alle Fotos betrachten</translation>
    </message>
    <message>
        <source>No photo of yours has been looked at for this layer yet.</source>
        <translation>Für diese Schicht wurde noch kein Foto betrachtet.</translation>
    </message>
    <message>
        <source>None of your photos excites this unit.</source>
        <translation>Keines der Fotos regt diese Einheit an.</translation>
    </message>
    <message>
        <source>Of {count} photos</source>
        <translation>Von {count} Fotos</translation>
    </message>
    <message>
        <source>not looked at yet: {count}</source>
        <translation>noch nicht betrachtet: {count}</translation>
    </message>
    <message>
        <source>Patches</source>
        <translation>Ausschnitte</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Fotos</translation>
    </message>
    <message>
        <source>Deconvolved</source>
        <translation>Entfaltet</translation>
    </message>
    <message>
        <source>The place in each photo that excites the unit most</source>
        <translation>Die Stelle in jedem Foto, die die Einheit am stärksten anregt</translation>
    </message>
    <message>
        <source>Each photo as a whole, with that place framed</source>
        <translation>Jedes Foto als Ganzes, diese Stelle umrahmt</translation>
    </message>
    <message>
        <source>What of each place the unit answers to (in a network without max-pooling by guided backprop, as a deconvnet is lost there)</source>
        <translation>Worauf die Einheit an jeder Stelle anspricht (in einem Netz ohne Max-Pooling mit Guided Backprop, weil ein Deconvnet dort versagt)</translation>
    </message>
</context>
<context>
    <name>PhotoDesk</name>
    <message>
        <source>Choose two to four photos to compare them.</source>
        <translation>Zum Vergleichen zwei bis vier Fotos auswählen.</translation>
    </message>
    <message numerus="yes">
        <source>Only the first %Ln photo(s) were copied.</source>
        <translation>
            <numerusform>Nur das erste Foto wurde kopiert (%Ln).</numerusform>
            <numerusform>Nur die ersten %Ln Fotos wurden kopiert.</numerusform>
        </translation>
    </message>
    <message>
        <source>No program opens {name}.</source>
        <translation>Kein Programm öffnet {name}.</translation>
    </message>
</context>
<context>
    <name>PhotoGrid</name>
    <message>
        <source>Photos</source>
        <translation>Fotos</translation>
    </message>
    <message>
        <source>{most} of {count}</source>
        <translation>{most} von {count}</translation>
    </message>
    <message>
        <source>Unfold</source>
        <translation>Ausklappen</translation>
    </message>
    <message>
        <source>Fold</source>
        <translation>Einklappen</translation>
    </message>
    <message>
        <source>Find similar photos</source>
        <translation>Ähnliche Fotos suchen</translation>
    </message>
    <message>
        <source>Why is it like the query? (Ctrl+Shift+W)</source>
        <translation>Warum ähnelt es der Anfrage? (Strg+Umschalt+W)</translation>
    </message>
    <message>
        <source>More like this (+)</source>
        <translation>Mehr davon (+)</translation>
    </message>
    <message>
        <source>Less like this (−)</source>
        <translation>Weniger davon (−)</translation>
    </message>
    <message>
        <source>Unfold the photos of this shot (S)</source>
        <translation>Die Fotos dieser Aufnahme ausklappen (S)</translation>
    </message>
    <message>
        <source>Take the mark away</source>
        <translation>Markierung entfernen</translation>
    </message>
    <message>
        <source>Fold the photos of this shot (S)</source>
        <translation>Die Fotos dieser Aufnahme einklappen (S)</translation>
    </message>
</context>
<context>
    <name>PhotoList</name>
    <message>
        <source>Photo</source>
        <translation>Foto</translation>
    </message>
    <message numerus="yes">
        <source>on top of %Ln photo(s) of one shot</source>
        <translation>
            <numerusform>auf %Ln Foto derselben Aufnahme</numerusform>
            <numerusform>auf %Ln Fotos derselben Aufnahme</numerusform>
        </translation>
    </message>
    <message>
        <source>more like this</source>
        <translation>mehr davon</translation>
    </message>
    <message>
        <source>less like this</source>
        <translation>weniger davon</translation>
    </message>
</context>
<context>
    <name>PhotoView</name>
    <message>
        <source>Previous photo (←)</source>
        <translation>Voriges Foto (←)</translation>
    </message>
    <message>
        <source>Next photo (→)</source>
        <translation>Nächstes Foto (→)</translation>
    </message>
    <message>
        <source>More like this</source>
        <translation>Mehr davon</translation>
    </message>
    <message>
        <source>Less like this</source>
        <translation>Weniger davon</translation>
    </message>
    <message>
        <source>Find Similar</source>
        <translation>Ähnliche suchen</translation>
    </message>
    <message>
        <source>Find photos similar to this one (Ctrl+F)</source>
        <translation>Fotos suchen, die diesem ähneln (Strg+F)</translation>
    </message>
    <message>
        <source>About this photo (I)</source>
        <translation>Über dieses Foto (I)</translation>
    </message>
    <message>
        <source>Back to the photos (Esc)</source>
        <translation>Zurück zu den Fotos (Esc)</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{number} von {count}</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>Loading every pixel…</source>
        <translation>Jedes Pixel wird geladen&#xa0;…</translation>
    </message>
    <message>
        <source>Drawn from a reduced picture: more than {most} megapixels are not held in memory</source>
        <translation>Aus einem verkleinerten Bild: mehr als {most} Megapixel werden nicht im Speicher gehalten</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen&#xa0;…</translation>
    </message>
</context>
<context>
    <name>PixelsAnswer</name>
    <message>
        <source>Stop</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>{done} of {total} masks</source>
        <translation>{done} von {total} Masken</translation>
    </message>
    <message>
        <source>Gradient</source>
        <translation>Gradient</translation>
    </message>
    <message>
        <source>Deconvnet</source>
        <translation>Deconvnet</translation>
    </message>
    <message>
        <source>Guided backprop</source>
        <translation>Guided Backprop</translation>
    </message>
    <message>
        <source>Occlusion</source>
        <translation>Verdeckung</translation>
    </message>
    <message>
        <source>Exact contribution</source>
        <translation>Exakter Beitrag</translation>
    </message>
    <message>
        <source>Which pixels change the answer if they change a little (Simonyan et al., 2013). Noisy, and true only close to this picture.</source>
        <translation>Welche Pixel die Antwort ändern, wenn sie sich ein wenig ändern (Simonyan et al., 2013). Verrauscht und nur nahe an diesem Bild gültig.</translation>
    </message>
    <message>
        <source>What is sent back where it is positive (Zeiler &amp; Fergus, 2014). It redraws edges, nearly whatever the weights are (Nie et al., 2018); without max-pooling it draws the pattern of the strides (Springenberg et al., 2015).</source>
        <translation>Was zurückgegeben wird, wo es positiv ist (Zeiler &amp; Fergus, 2014). Zeichnet Kanten nach, fast gleich bei welchen Gewichten (Nie et al., 2018); ohne Max-Pooling zeichnet es das Muster der Schrittweiten (Springenberg et al., 2015).</translation>
    </message>
    <message>
        <source>The gradient and the deconvnet at once (Springenberg et al., 2015). It redraws edges, nearly whatever the weights are (Adebayo et al., 2018).</source>
        <translation>Gradient und Deconvnet zugleich (Springenberg et al., 2015). Zeichnet Kanten nach, fast gleich bei welchen Gewichten (Adebayo et al., 2018).</translation>
    </message>
    <message>
        <source>How much the answer falls when a grey square hides the place. It depends on the size of the square, and on its grey.</source>
        <translation>Wie sehr die Antwort sinkt, wenn ein graues Quadrat die Stelle verdeckt. Das hängt von der Größe des Quadrats ab und von seinem Grau.</translation>
    </message>
    <message>
        <source>The share of each cell in the answer; together they are the answer. Exact for this network, but coarse.</source>
        <translation>Der Anteil jeder Zelle an der Antwort; zusammen sind sie die Antwort. Für dieses Netz exakt, aber grob.</translation>
    </message>
    <message>
        <source>{rows}&#xa0;×&#xa0;{columns} cells.</source>
        <translation>{rows}&#xa0;×&#xa0;{columns} Zellen.</translation>
    </message>
</context>
<context>
    <name>PixelsDesk</name>
    <message>
        <source>No way leads back through {operators}.</source>
        <translation>Durch {operators} führt kein Weg zurück.</translation>
    </message>
    <message>
        <source>No layer of it has places.</source>
        <translation>Keine seiner Schichten kennt Orte.</translation>
    </message>
    <message>
        <source>More than an average lies between the layers and this answer.</source>
        <translation>Zwischen den Schichten und dieser Antwort liegt mehr als ein Mittelwert.</translation>
    </message>
</context>
<context>
    <name>PixelsPanel</name>
    <message>
        <source>What is asked about</source>
        <translation>Wonach gefragt wird</translation>
    </message>
    <message>
        <source>Freeze</source>
        <translation>Festhalten</translation>
    </message>
    <message>
        <source>Keep asking about this while you walk on to other layers and units (D)</source>
        <translation>Weiter danach fragen, auch bei anderen Schichten und Einheiten (D)</translation>
    </message>
    <message>
        <source>Nothing to ask about yet</source>
        <translation>Noch nichts zu fragen</translation>
    </message>
    <message>
        <source>Choose a unit to see which pixels it answers to.</source>
        <translation>Eine Einheit auswählen, um zu sehen, auf welche Pixel sie anspricht.</translation>
    </message>
    <message>
        <source>It needs a network that knows classes, or a second photo.</source>
        <translation>Dafür braucht es ein Netz, das Klassen kennt, oder ein zweites Foto.</translation>
    </message>
    <message>
        <source>Unit {unit} of {layer}, at its peak</source>
        <translation>Einheit {unit} von {layer}, Maximum</translation>
    </message>
    <message>
        <source>Unit {unit} of {layer}, row {row}, column {column}</source>
        <translation>Einheit {unit} von {layer}, Zeile {row}, Spalte {column}</translation>
    </message>
    <message>
        <source>Class: {name}</source>
        <translation>Klasse: {name}</translation>
    </message>
    <message>
        <source>Similarity to {other}</source>
        <translation>Ähnlichkeit mit {other}</translation>
    </message>
    <message>
        <source>Gradient</source>
        <translation>Gradient</translation>
    </message>
    <message>
        <source>Deconvnet</source>
        <translation>Deconvnet</translation>
    </message>
    <message>
        <source>Guided</source>
        <translation>Guided</translation>
    </message>
    <message>
        <source>Occlusion</source>
        <translation>Verdeckung</translation>
    </message>
    <message>
        <source>Class Map</source>
        <translation>Klassenkarte</translation>
    </message>
    <message>
        <source>Raw</source>
        <translation>Roh</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>Grau</translation>
    </message>
    <message>
        <source>Norm</source>
        <translation>Norm</translation>
    </message>
    <message>
        <source>Blurred</source>
        <translation>Geglättet</translation>
    </message>
    <message>
        <source>Each colour&apos;s own number; no change is mid-grey</source>
        <translation>Jede Farbe mit ihrer eigenen Zahl; keine Änderung ist mittelgrau</translation>
    </message>
    <message>
        <source>The mean of the three colours; no change is mid-grey</source>
        <translation>Das Mittel der drei Farben; keine Änderung ist mittelgrau</translation>
    </message>
    <message>
        <source>How much, whatever the colour and the sign</source>
        <translation>Wie viel, gleich welche Farbe und welches Vorzeichen</translation>
    </message>
    <message>
        <source>How much, over a neighbourhood of pixels</source>
        <translation>Wie viel, über eine Nachbarschaft von Pixeln</translation>
    </message>
</context>
<context>
    <name>PlanRows</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
</context>
<context>
    <name>PrecisionRecallPlot</name>
    <message>
        <source>Mean over all queries; point at a curve to read it</source>
        <translation>Mittel über alle Anfragen; zum Ablesen auf eine Kurve zeigen</translation>
    </message>
    <message>
        <source>{name}: precision {precision} at recall {recall}</source>
        <translation>{name}: Präzision {precision} bei Ausbeute {recall}</translation>
    </message>
    <message>
        <source>Precision at each recall</source>
        <translation>Präzision bei jeder Ausbeute</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Präzision</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>Ausbeute</translation>
    </message>
</context>
<context>
    <name>ProblemList</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
</context>
<context>
    <name>ProblemsDesk</name>
    <message>
        <source>The folders of these files cannot be reached now.</source>
        <translation>Die Ordner dieser Dateien sind gerade nicht erreichbar.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln missing photo(s) forgotten. No file was touched.</source>
        <translation>
            <numerusform>%Ln fehlendes Foto vergessen. Keine Datei wurde angerührt.</numerusform>
            <numerusform>%Ln fehlende Fotos vergessen. Keine Datei wurde angerührt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message numerus="yes">
        <source>%Ln photo(s) kept after all.</source>
        <translation>
            <numerusform>%Ln Foto doch behalten.</numerusform>
            <numerusform>%Ln Fotos doch behalten.</numerusform>
        </translation>
    </message>
    <message>
        <source>Lookalike problems.csv</source>
        <translation>Lookalike-Probleme.csv</translation>
    </message>
    <message>
        <source>Export the Problems</source>
        <translation>Probleme exportieren</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tabellen (*.csv)</translation>
    </message>
    <message>
        <source>Show in Folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln problem(s) written to {name}.</source>
        <translation>
            <numerusform>%Ln Problem in {name} geschrieben.</numerusform>
            <numerusform>%Ln Probleme in {name} geschrieben.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProblemsPage</name>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Back to the photos (Esc)</source>
        <translation>Zurück zu den Fotos (Esc)</translation>
    </message>
    <message>
        <source>Filter by name, reason or folder</source>
        <translation>Nach Name, Grund oder Ordner filtern</translation>
    </message>
    <message>
        <source>Show in Folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>Give up the place of a missing photo; nothing on disk is touched</source>
        <translation>Den Platz eines fehlenden Fotos aufgeben; auf dem Laufwerk wird nichts angerührt</translation>
    </message>
    <message>
        <source>Export as CSV…</source>
        <translation>CSV-Export&#xa0;…</translation>
    </message>
    <message>
        <source>Write the files that are listed to a table for spreadsheets</source>
        <translation>Die aufgelisteten Dateien in eine Tabelle für Tabellenprogramme schreiben</translation>
    </message>
    <message>
        <source>Other problems are hidden by the filter.</source>
        <translation>Andere Probleme sind durch den Filter verborgen.</translation>
    </message>
    <message>
        <source>Nothing matches.</source>
        <translation>Nichts passt.</translation>
    </message>
    <message>
        <source>Every photo that was found in your folders could be read.</source>
        <translation>Jedes Foto, das in den Ordnern gefunden wurde, war lesbar.</translation>
    </message>
    <message>
        <source>Everything is in.</source>
        <translation>Alles ist da.</translation>
    </message>
    <message>
        <source>Try All Again</source>
        <translation>Alle neu lesen</translation>
    </message>
    <message numerus="yes">
        <source>Try %Ln File(s) Again</source>
        <translation>
            <numerusform>%Ln Datei neu lesen</numerusform>
            <numerusform>%Ln Dateien neu lesen</numerusform>
        </translation>
    </message>
    <message>
        <source>Forget {count} Missing</source>
        <translation>{count} vergessen</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Fehlend</translation>
    </message>
    <message>
        <source>Not Readable</source>
        <translation>Nicht lesbar</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) are not in the library.</source>
        <translation>
            <numerusform>%Ln Datei ist nicht in der Bibliothek.</numerusform>
            <numerusform>%Ln Dateien sind nicht in der Bibliothek.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was done to these files. One that is repaired or comes back is taken in.</source>
        <translation>An diesen Dateien wurde nichts geändert. Was repariert wird oder wiederkommt, wird aufgenommen.</translation>
    </message>
    <message numerus="yes">
        <source>{names} are offline: what is in there is kept as it is until it comes back.</source>
        <translation>
            <numerusform>{names} ist nicht verbunden: Was darin ist, bleibt, wie es ist, bis es wiederkommt.</numerusform>
            <numerusform>{names} sind nicht verbunden: Was darin ist, bleibt, wie es ist, bis es wiederkommt.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QueryBar</name>
    <message>
        <source>Query</source>
        <translation>Suchanfrage</translation>
    </message>
    <message>
        <source>Compare ways side by side (Ctrl+Shift+E)</source>
        <translation>Sichtweisen nebeneinander vergleichen (Strg+Umschalt+E)</translation>
    </message>
    <message>
        <source>Back to all photos (Esc)</source>
        <translation>Zurück zu allen Fotos (Esc)</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Wird gesucht&#xa0;…</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Saved; it picks up new photos</source>
        <translation>Gespeichert; nimmt neue Fotos auf</translation>
    </message>
    <message>
        <source>Save this search</source>
        <translation>Diese Suche speichern</translation>
    </message>
</context>
<context>
    <name>RangeSlider</name>
    <message>
        <source>How similar photos have to be; double-click for all</source>
        <translation>Wie ähnlich Fotos sein müssen; Doppelklick für alle</translation>
    </message>
    <message>
        <source>Range of similarity</source>
        <translation>Bereich der Ähnlichkeit</translation>
    </message>
    <message>
        <source>{low}–{high} %</source>
        <translation>{low}–{high} %</translation>
    </message>
    <message>
        <source>At least {percent} % similar</source>
        <translation>Mindestens {percent} % ähnlich</translation>
    </message>
    <message>
        <source>At most {percent} % similar</source>
        <translation>Höchstens {percent} % ähnlich</translation>
    </message>
</context>
<context>
    <name>RegionEditor</name>
    <message>
        <source>Search by This Part</source>
        <translation>Nach diesem Ausschnitt suchen</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Whole Picture</source>
        <translation>Ganzes Bild</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>A part of {name}</source>
        <translation>Ein Ausschnitt von {name}</translation>
    </message>
    <message>
        <source>Drag a frame, or press Enter</source>
        <translation>Einen Rahmen ziehen oder Eingabe drücken</translation>
    </message>
    <message>
        <source>Picture {name}</source>
        <translation>Bild {name}</translation>
    </message>
    <message>
        <source>Arrows move the frame, Shift and arrows resize it, with Ctrl in small steps</source>
        <translation>Pfeile bewegen den Rahmen, Umschalt und Pfeile ändern seine Größe, mit Strg in kleinen Schritten</translation>
    </message>
    <message>
        <source>{width} × {height} px · {across} % × {down} %</source>
        <translation>{width} × {height} px · {across} % × {down} %</translation>
    </message>
    <message>
        <source>frame of {across} by {down} percent, {left} from the left, {top} from the top</source>
        <translation>Rahmen von {across} mal {down} Prozent, {left} von links, {top} von oben</translation>
    </message>
</context>
<context>
    <name>SearchDesk</name>
    <message>
        <source>Searching by the first {few} of {count} pictures.</source>
        <translation>Gesucht wird nach den ersten {few} von {count} Bildern.</translation>
    </message>
    <message>
        <source>A search takes at most {most} pictures.</source>
        <translation>Eine Suche nimmt höchstens {most} Bilder auf.</translation>
    </message>
</context>
<context>
    <name>ShareRow</name>
    <message>
        <source>Photos that excite it most</source>
        <translation>Fotos, die sie am stärksten anregen</translation>
    </message>
    <message>
        <source>Unit {number}</source>
        <translation>Einheit {number}</translation>
    </message>
    <message>
        <source>Click to look into {unit}</source>
        <translation>Anklicken, um in {unit} hineinzusehen</translation>
    </message>
</context>
<context>
    <name>SharesPanel</name>
    <message>
        <source>What they have in common</source>
        <translation>Was sie gemeinsam haben</translation>
    </message>
    <message>
        <source>No units here</source>
        <translation>Hier keine Einheiten</translation>
    </message>
    <message>
        <source>What the units of the network add is known only where the likeness is the sum of its parts: by content, and by single layers.</source>
        <translation>Was die Einheiten des Netzes beitragen, ist nur bekannt, wo die Ähnlichkeit die Summe ihrer Teile ist: nach Inhalt und nach einzelnen Schichten.</translation>
    </message>
</context>
<context>
    <name>SheetOptions</name>
    <message>
        <source>Contact Sheet</source>
        <translation>Kontaktbogen</translation>
    </message>
    <message>
        <source>With the similarity of each photo</source>
        <translation>Mit der Ähnlichkeit jedes Fotos</translation>
    </message>
    <message>
        <source>A4, 210 × 297 mm</source>
        <translation>A4, 210 × 297 mm</translation>
    </message>
    <message>
        <source>Letter, 8.5 × 11 in</source>
        <translation>Letter, 8,5 × 11 Zoll</translation>
    </message>
    <message>
        <source>Screen, 16:9</source>
        <translation>Bildschirm, 16:9</translation>
    </message>
    <message numerus="yes">
        <source>%Ln photo(s)</source>
        <translation>
            <numerusform>%Ln Foto</numerusform>
            <numerusform>%Ln Fotos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>on %Ln page(s)</source>
        <translation>
            <numerusform>auf %Ln Seite</numerusform>
            <numerusform>auf %Ln Seiten</numerusform>
        </translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren&#xa0;…</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Papier</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Export a Contact Sheet</source>
        <translation>Kontaktbogen exportieren</translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>Keyboard Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Show the photo large</source>
        <translation>Das Foto groß zeigen</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>More like this, less like this</source>
        <translation>Mehr davon, weniger davon</translation>
    </message>
    <message>
        <source>Choose more</source>
        <translation>Mehr auswählen</translation>
    </message>
    <message>
        <source>Shift+Arrows, Ctrl+Space</source>
        <translation>Umschalt+Pfeile, Strg+Leertaste</translation>
    </message>
    <message>
        <source>Unfold a stack or a group</source>
        <translation>Stapel oder Gruppe ausklappen</translation>
    </message>
    <message>
        <source>Photo before, photo after</source>
        <translation>Voriges, nächstes Foto</translation>
    </message>
    <message>
        <source>Closer, farther</source>
        <translation>Näher, weiter weg</translation>
    </message>
    <message>
        <source>Whole, pixel by pixel</source>
        <translation>Ganz, Pixel für Pixel</translation>
    </message>
    <message>
        <source>What the file tells</source>
        <translation>Angaben aus der Datei</translation>
    </message>
    <message>
        <source>Side by side, swap</source>
        <translation>Nebeneinander, tauschen</translation>
    </message>
    <message>
        <source>Flicker, difference</source>
        <translation>Blinken, Unterschied</translation>
    </message>
    <message>
        <source>Weaker, stronger difference</source>
        <translation>Unterschied schwächer, stärker</translation>
    </message>
    <message>
        <source>Move in step, or each by itself</source>
        <translation>Gemeinsam oder einzeln bewegen</translation>
    </message>
    <message>
        <source>From picture to picture</source>
        <translation>Von Bild zu Bild</translation>
    </message>
    <message>
        <source>Count more, count less</source>
        <translation>Mehr oder weniger zählen</translation>
    </message>
    <message>
        <source>Search by a part of it</source>
        <translation>Nach Ausschnitt suchen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Entf</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Fotos</translation>
    </message>
    <message>
        <source>One Photo</source>
        <translation>Ein Foto</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>Suchanfrage</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Library</source>
        <translation>Bibliothek</translation>
    </message>
    <message>
        <source>All Photos</source>
        <translation>Alle Fotos</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Saved Searches</source>
        <translation>Gespeicherte Suchen</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message numerus="yes">
        <source>%Ln new photo(s)</source>
        <translation>
            <numerusform>%Ln neues Foto</numerusform>
            <numerusform>%Ln neue Fotos</numerusform>
        </translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Umbenennen&#xa0;…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Manage Folders…</source>
        <translation>Ordner verwalten&#xa0;…</translation>
    </message>
</context>
<context>
    <name>SidebarDesk</name>
    <message>
        <source>Saved as “{name}”.</source>
        <translation>Als „{name}“ gespeichert.</translation>
    </message>
    <message>
        <source>“{name}” was deleted.</source>
        <translation>„{name}“ wurde gelöscht.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
</context>
<context>
    <name>SizeSlider</name>
    <message>
        <source>Size of the photos (Ctrl + mouse wheel)</source>
        <translation>Größe der Fotos (Strg + Mausrad)</translation>
    </message>
    <message>
        <source>Size of the photos</source>
        <translation>Größe der Fotos</translation>
    </message>
</context>
<context>
    <name>SortButton</name>
    <message>
        <source>Date Added</source>
        <translation>Hinzugefügt am</translation>
    </message>
    <message>
        <source>Date Taken</source>
        <translation>Aufgenommen am</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Likeness</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Similarity</source>
        <translation>Ähnlichkeit</translation>
    </message>
    <message>
        <source>Newest First</source>
        <translation>Neueste zuerst</translation>
    </message>
    <message>
        <source>Largest First</source>
        <translation>Größte zuerst</translation>
    </message>
    <message>
        <source>Least Similar First</source>
        <translation>Unähnlichste zuerst</translation>
    </message>
    <message>
        <source>Reversed</source>
        <translation>Umgekehrt</translation>
    </message>
    <message>
        <source>A Heading for Each Folder</source>
        <translation>Überschrift je Ordner</translation>
    </message>
    <message>
        <source>A Heading for Each Range of Sizes</source>
        <translation>Überschrift je Größenbereich</translation>
    </message>
    <message>
        <source>A Heading for Each Month</source>
        <translation>Überschrift je Monat</translation>
    </message>
    <message>
        <source>Order of the photos: {order}</source>
        <translation>Reihenfolge der Fotos: {order}</translation>
    </message>
</context>
<context>
    <name>SpaceButton</name>
    <message>
        <source>Ways to compare photos</source>
        <translation>Sichtweisen, nach denen Fotos verglichen werden</translation>
    </message>
    <message>
        <source>not built yet · photos to look at: {count}</source>
        <translation>noch nicht angelegt · zu betrachtende Fotos: {count}</translation>
    </message>
    <message>
        <source>Several of these at once, each with its share.</source>
        <translation>Mehrere davon zugleich, jede mit ihrem Anteil.</translation>
    </message>
    <message>
        <source>Mix…</source>
        <translation>Mischen&#xa0;…</translation>
    </message>
    <message>
        <source>How far apart they are</source>
        <translation>Abstandsmaß</translation>
    </message>
    <message>
        <source>By: {title}</source>
        <translation>Nach: {title}</translation>
    </message>
    <message>
        <source>By what photos are compared</source>
        <translation>Wonach Fotos verglichen werden</translation>
    </message>
</context>
<context>
    <name>SpaceDesk</name>
    <message>
        <source>Looking at the photos by {title}: {done} of {total}</source>
        <translation>Fotos werden betrachtet nach {title}: {done} von {total}</translation>
    </message>
    <message numerus="yes">
        <source>about %Ln second(s) left</source>
        <translation>
            <numerusform>noch etwa %Ln Sekunde</numerusform>
            <numerusform>noch etwa %Ln Sekunden</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Stopped. What was looked at is kept.</source>
        <translation>Abgebrochen. Was betrachtet wurde, bleibt.</translation>
    </message>
</context>
<context>
    <name>SpaceWords</name>
    <message>
        <source>The similarity is the mean of these: {mix}.</source>
        <translation>Die Ähnlichkeit ist das Mittel daraus: {mix}.</translation>
    </message>
    <message>
        <source>{share} {title}: {percent} similar</source>
        <translation>{share} {title}: {percent} ähnlich</translation>
    </message>
    <message>
        <source>{metric} distance</source>
        <translation>{metric}-Abstand</translation>
    </message>
</context>
<context>
    <name>StatusPanel</name>
    <message>
        <source>No photos yet</source>
        <translation>Noch keine Fotos</translation>
    </message>
    <message>
        <source>the CPU</source>
        <translation>der CPU</translation>
    </message>
    <message>
        <source>{network} on {processor}</source>
        <translation>{network} auf {processor}</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Wird gestartet&#xa0;…</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} von {total}</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Files that are not in the library</source>
        <translation>Dateien, die nicht in der Bibliothek sind</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>Stop importing; what is done is kept</source>
        <translation>Import abbrechen; was fertig ist, bleibt</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Abbrechen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln photo(s)</source>
        <translation>
            <numerusform>%Ln Foto</numerusform>
            <numerusform>%Ln Fotos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln chosen</source>
        <translation>
            <numerusform>%Ln ausgewählt</numerusform>
            <numerusform>%Ln ausgewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>loading the network…</source>
        <translation>das Netz wird geladen&#xa0;…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln problem(s)</source>
        <translation>
            <numerusform>%Ln Problem</numerusform>
            <numerusform>%Ln Probleme</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Wird abgebrochen&#xa0;…</translation>
    </message>
    <message>
        <source>Go on importing</source>
        <translation>Import fortsetzen</translation>
    </message>
    <message>
        <source>Pause importing</source>
        <translation>Import anhalten</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>less than 1/s</source>
        <translation>weniger als 1/s</translation>
    </message>
    <message>
        <source>{count}/s</source>
        <translation>{count}/s</translation>
    </message>
</context>
<context>
    <name>TimeLeft</name>
    <message>
        <source>a few seconds left</source>
        <translation>noch ein paar Sekunden</translation>
    </message>
    <message>
        <source>{seconds} s left</source>
        <translation>noch {seconds} s</translation>
    </message>
    <message>
        <source>{minutes} min left</source>
        <translation>noch {minutes} min</translation>
    </message>
    <message>
        <source>{hours} h left</source>
        <translation>noch {hours} h</translation>
    </message>
</context>
<context>
    <name>TitleWords</name>
    <message>
        <source>Unit {number} of {layer}</source>
        <translation>Einheit {number} von {layer}</translation>
    </message>
    <message>
        <source>Similar to {like}, not {unlike}</source>
        <translation>Wie {like}, nicht wie {unlike}</translation>
    </message>
    <message>
        <source>Similar to {like}</source>
        <translation>Ähnlich wie {like}</translation>
    </message>
    <message>
        <source>Not like {unlike}</source>
        <translation>Nicht wie {unlike}</translation>
    </message>
    <message>
        <source>a part of {name}</source>
        <translation>ein Ausschnitt von {name}</translation>
    </message>
    <message>
        <source>{name} and {count} more</source>
        <translation>{name} und {count} weitere</translation>
    </message>
</context>
<context>
    <name>UnitDesk</name>
    <message>
        <source>Pixels are what the network gets; nothing excites them.</source>
        <translation>Pixel sind, was das Netz bekommt; nichts regt sie an.</translation>
    </message>
    <message>
        <source>Your photos went through another network.</source>
        <translation>Die Fotos sind durch ein anderes Netz gegangen.</translation>
    </message>
</context>
<context>
    <name>UnitGrid</name>
    <message>
        <source>Units</source>
        <translation>Einheiten</translation>
    </message>
    <message>
        <source>Unit {number}</source>
        <translation>Einheit {number}</translation>
    </message>
    <message>
        <source>maximum {value}</source>
        <translation>Maximum {value}</translation>
    </message>
    <message>
        <source>mean {value}</source>
        <translation>Mittelwert {value}</translation>
    </message>
    <message>
        <source>{share} of the match</source>
        <translation>{share} der Ähnlichkeit</translation>
    </message>
</context>
<context>
    <name>UnitPage</name>
    <message>
        <source>Maximum</source>
        <translation>Maximum</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>Strongest at</source>
        <translation>Am stärksten</translation>
    </message>
    <message>
        <source>Classes it speaks for</source>
        <translation>Klassen, für die sie spricht</translation>
    </message>
    <message>
        <source>Your labels and folders</source>
        <translation>Eigene Labels und Ordner</translation>
    </message>
    <message>
        <source>What would excite it most</source>
        <translation>Was sie anregen würde</translation>
    </message>
    <message>
        <source>Its own weights</source>
        <translation>Ihre eigenen Gewichte</translation>
    </message>
    <message>
        <source>No unit chosen</source>
        <translation>Keine Einheit ausgewählt</translation>
    </message>
    <message>
        <source>Click one of the maps to see what excites it.</source>
        <translation>Eine der Karten anklicken, um zu sehen, was die Einheit anregt.</translation>
    </message>
    <message>
        <source>Unit {number}</source>
        <translation>Einheit {number}</translation>
    </message>
    <message>
        <source>of {layer}</source>
        <translation>von {layer}</translation>
    </message>
    <message>
        <source>{count} units</source>
        <translation>{count} Einheiten</translation>
    </message>
    <message>
        <source>sees all of the picture</source>
        <translation>sieht das ganze Bild</translation>
    </message>
    <message>
        <source>sees {size} px</source>
        <translation>sieht {size} px</translation>
    </message>
    <message>
        <source>row {row}, column {column}</source>
        <translation>Zeile {row}, Sp. {column}</translation>
    </message>
    <message>
        <source>{width} × {height}, over one map of the layer before</source>
        <translation>{width} × {height}, über einer Karte der Schicht davor</translation>
    </message>
    <message>
        <source>{width} × {height}, over red, green and blue</source>
        <translation>{width} × {height}, über Rot, Grün und Blau</translation>
    </message>
    <message>
        <source>What excites it most</source>
        <translation>Was sie am stärksten anregt</translation>
    </message>
</context>
<context>
    <name>Veil</name>
    <message>
        <source>Computing…</source>
        <translation>Wird berechnet&#xa0;…</translation>
    </message>
</context>
<context>
    <name>WayRows</name>
    <message>
        <source>Space</source>
        <translation>Sichtweise</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>Abstand</translation>
    </message>
    <message>
        <source>Queries</source>
        <translation>Anfragen</translation>
    </message>
</context>
<context>
    <name>WeightSlider</name>
    <message>
        <source>Weight {weight}</source>
        <translation>Gewicht {weight}</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Your photos are never changed or moved, and never leave this computer.</source>
        <translation>Die Fotos werden nie verändert oder verschoben und verlassen nie diesen Computer.</translation>
    </message>
    <message>
        <source>Choose Folder…</source>
        <translation>Ordner auswählen&#xa0;…</translation>
    </message>
    <message>
        <source>The import is paused</source>
        <translation>Der Import ist angehalten</translation>
    </message>
    <message>
        <source>It goes on from here when you resume it.</source>
        <translation>Nach dem Fortsetzen geht es hier weiter.</translation>
    </message>
    <message>
        <source>Looking for photos…</source>
        <translation>Fotos werden gesucht&#xa0;…</translation>
    </message>
    <message>
        <source>The first ones show in a moment.</source>
        <translation>Die ersten erscheinen gleich.</translation>
    </message>
    <message>
        <source>Drop a folder of photos here</source>
        <translation>Hier einen Ordner mit Fotos ablegen</translation>
    </message>
    <message>
        <source>Lookalike looks at every photo in it once. Then drop, paste or pick any picture
to find the photos that look like it.</source>
        <translation>Lookalike betrachtet jedes Foto darin einmal. Danach ein beliebiges Bild ablegen,
einfügen oder auswählen, um Fotos zu finden, die ihm ähneln.</translation>
    </message>
</context>
<context>
    <name>WhyDesk</name>
    <message>
        <source>It cannot be compared with the query.</source>
        <translation>Es lässt sich nicht mit der Anfrage vergleichen.</translation>
    </message>
</context>
<context>
    <name>WhyDoor</name>
    <message>
        <source>Which Photo Did You Expect?</source>
        <translation>Welches Foto wurde erwartet?</translation>
    </message>
    <message>
        <source>Search by a picture first: nothing can be missing before.</source>
        <translation>Zuerst nach einem Bild suchen: Vorher kann nichts fehlen.</translation>
    </message>
</context>
<context>
    <name>WhyPage</name>
    <message>
        <source>Previous result (Page Up)</source>
        <translation>Voriges Ergebnis (Bild auf)</translation>
    </message>
    <message>
        <source>Next result (Page Down)</source>
        <translation>Nächstes Ergebnis (Bild ab)</translation>
    </message>
    <message>
        <source>Which picture of the query</source>
        <translation>Welches Bild der Anfrage</translation>
    </message>
    <message>
        <source>What is compared</source>
        <translation>Was verglichen wird</translation>
    </message>
    <message>
        <source>How heat lies over the pictures</source>
        <translation>Wie das Wärmebild über den Bildern liegt</translation>
    </message>
    <message>
        <source>Lines between the parts that match (L)</source>
        <translation>Linien zwischen Teilen, die zueinander passen (L)</translation>
    </message>
    <message>
        <source>Back to the photos (Esc)</source>
        <translation>Zurück zu den Fotos (Esc)</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Why Is It Not Here?</source>
        <translation>Warum fehlt es?</translation>
    </message>
    <message>
        <source>Why These Two?</source>
        <translation>Warum diese beiden?</translation>
    </message>
    <message>
        <source>Drag a box to leave a part out</source>
        <translation>Rahmen ziehen, um einen Teil wegzulassen</translation>
    </message>
    <message>
        <source>Point at a part: its partners · Click: keep · Drag: leave out</source>
        <translation>Auf einen Teil zeigen: seine Partner · Klick: festhalten · Ziehen: weglassen</translation>
    </message>
    <message>
        <source>Soft</source>
        <translation>Weich</translation>
    </message>
    <message>
        <source>Cells</source>
        <translation>Zellen</translation>
    </message>
    <message>
        <source>Photos alone</source>
        <translation>Nur die Fotos</translation>
    </message>
</context>
<context>
    <name>WhyWords</name>
    <message>
        <source>cosine {number}</source>
        <translation>Kosinus {number}</translation>
    </message>
    <message>
        <source>{percent} similar</source>
        <translation>{percent} ähnlich</translation>
    </message>
    <message>
        <source>was {percent}</source>
        <translation>zuvor {percent}</translation>
    </message>
    <message>
        <source>{percent} without this part</source>
        <translation>{percent} ohne diesen Teil</translation>
    </message>
    <message>
        <source>without this part: {percent} (was {before})</source>
        <translation>ohne diesen Teil: {percent} (zuvor {before})</translation>
    </message>
    <message>
        <source>adds {number} of {cosine}</source>
        <translation>trägt {number} von {cosine} bei</translation>
    </message>
    <message>
        <source>cosine {number} if hidden</source>
        <translation>Kosinus {number}, wenn verdeckt</translation>
    </message>
    <message>
        <source>The result showed {percent}: {reason}.</source>
        <translation>Das Ergebnis zeigte {percent}: {reason}.</translation>
    </message>
    <message>
        <source>it was searched by several pictures together</source>
        <translation>gesucht wurde nach mehreren Bildern zugleich</translation>
    </message>
    <message>
        <source>several spaces were mixed</source>
        <translation>mehrere Sichtweisen wurden gemischt</translation>
    </message>
    <message>
        <source>another distance was measured</source>
        <translation>gemessen wurde ein anderer Abstand</translation>
    </message>
    <message>
        <source>the best-matching part of it was compared</source>
        <translation>verglichen wurde der Teil, der am besten passt</translation>
    </message>
    <message>
        <source>Pasted picture</source>
        <translation>Eingefügtes Bild</translation>
    </message>
    <message>
        <source>Query · {name}</source>
        <translation>Anfrage · {name}</translation>
    </message>
    <message>
        <source>Result · {name}</source>
        <translation>Ergebnis · {name}</translation>
    </message>
    <message>
        <source>The {count} units of {layer} that add most: {sum} of the cosine {cosine}.</source>
        <translation>Die {count} Einheiten von {layer}, die am meisten beitragen: {sum} vom Kosinus {cosine}.</translation>
    </message>
</context>
<context>
    <name>WorstBoard</name>
    <message>
        <source>The worst queries and their first answers</source>
        <translation>Die schlechtesten Anfragen und ihre ersten Antworten</translation>
    </message>
</context>
<context>
    <name>WorstRows</name>
    <message>
        <source>Query</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>right</source>
        <translation>richtig</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>falsch</translation>
    </message>
    <message>
        <source>average precision {value}</source>
        <translation>AP {value}</translation>
    </message>
    <message>
        <source>found: {classes}</source>
        <translation>gefunden: {classes}</translation>
    </message>
</context>
<context>
    <name>ZoomBar</name>
    <message>
        <source>Zoom (mouse wheel)</source>
        <translation>Zoom (Mausrad)</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>Zoom out (−)</source>
        <translation>Verkleinern (−)</translation>
    </message>
    <message>
        <source>Zoom in (+)</source>
        <translation>Vergrößern (+)</translation>
    </message>
    <message>
        <source>Fit the window (0)</source>
        <translation>An Fenster anpassen (0)</translation>
    </message>
    <message>
        <source>Every pixel, 1:1 (1)</source>
        <translation>Jedes Pixel, 1:1 (1)</translation>
    </message>
    <message>
        <source>Fit · {scale}</source>
        <translation>Eingepasst · {scale}</translation>
    </message>
</context>
<context>
    <name>answering</name>
    <message>
        <source>What excites unit {number} of {layer} most</source>
        <translation>Was Einheit {number} von {layer} am stärksten anregt</translation>
    </message>
    <message>
        <source>No photo has been looked at for this layer yet.</source>
        <translation>Für diese Schicht wurde noch kein Foto betrachtet.</translation>
    </message>
    <message>
        <source>None of the photos that excite this unit most fits.</source>
        <translation>Keines der Fotos, die diese Einheit am stärksten anregen, passt.</translation>
    </message>
    <message>
        <source>Less similar</source>
        <translation>Weniger ähnlich</translation>
    </message>
    <message>
        <source>No photo is that similar. Widen the range of similarity.</source>
        <translation>Kein Foto ist so ähnlich. Bitte den Bereich der Ähnlichkeit erweitern.</translation>
    </message>
    <message>
        <source>learned from your examples</source>
        <translation>aus den Beispielen gelernt</translation>
    </message>
    <message>
        <source>Pasted picture</source>
        <translation>Eingefügtes Bild</translation>
    </message>
</context>
<context>
    <name>facts</name>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Kamera</translation>
    </message>
    <message>
        <source>Exposure</source>
        <translation>Belichtung</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>What the network sees</source>
        <translation>Was das Netz sieht</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Dimensions</source>
        <translation>Maße</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Trouble</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Maker</source>
        <translation>Hersteller</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Lens</source>
        <translation>Objektiv</translation>
    </message>
    <message>
        <source>Software</source>
        <translation>Software</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Aperture</source>
        <translation>Blende</translation>
    </message>
    <message>
        <source>ISO</source>
        <translation>ISO</translation>
    </message>
    <message>
        <source>Focal length</source>
        <translation>Brennweite</translation>
    </message>
    <message>
        <source>Correction</source>
        <translation>Korrektur</translation>
    </message>
    <message>
        <source>Flash</source>
        <translation>Blitz</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Aufnahme</translation>
    </message>
    <message>
        <source>Digitized</source>
        <translation>Erfasst</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>Altitude</source>
        <translation>Höhe</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Urheber</translation>
    </message>
    <message>
        <source>Copyright</source>
        <translation>Copyright</translation>
    </message>
    <message>
        <source>Keywords</source>
        <translation>Stichworte</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>Bewertung</translation>
    </message>
    <message>
        <source>Fired</source>
        <translation>Ausgelöst</translation>
    </message>
    <message>
        <source>Did not fire</source>
        <translation>Nicht ausgelöst</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Abgelehnt</translation>
    </message>
</context>
<context>
    <name>headings</name>
    <message>
        <source>{month} {year}</source>
        <translation>{month} {year}</translation>
    </message>
    <message>
        <source>{size} and more</source>
        <translation>{size} und mehr</translation>
    </message>
    <message>
        <source>Under {size}</source>
        <translation>Unter {size}</translation>
    </message>
    <message>
        <source>{least} to {most}</source>
        <translation>{least} bis {most}</translation>
    </message>
</context>
<context>
    <name>incoming</name>
    <message>
        <source>There is no picture in that. Drop a picture or a folder of photos, or paste a picture.</source>
        <translation>Darin ist kein Bild. Ein Bild oder einen Ordner mit Fotos ablegen oder ein Bild einfügen.</translation>
    </message>
    <message>
        <source>That is only an address. Copy the picture itself, or save it and drop the file.</source>
        <translation>Das ist nur eine Adresse. Das Bild selbst kopieren oder es speichern und die Datei ablegen.</translation>
    </message>
</context>
<context>
    <name>library</name>
    <message>
        <source>The picture cannot be read: {reason}.</source>
        <translation>Das Bild ist nicht lesbar: {reason}.</translation>
    </message>
    <message>
        <source>{name} cannot be read: {reason}.</source>
        <translation>{name} ist nicht lesbar: {reason}.</translation>
    </message>
    <message>
        <source>Looking for photos</source>
        <translation>Fotos werden gesucht</translation>
    </message>
    <message>
        <source>Loading the network</source>
        <translation>Das Netz wird geladen</translation>
    </message>
    <message>
        <source>Bringing photos in</source>
        <translation>Fotos werden importiert</translation>
    </message>
    <message>
        <source>Trying photos alone</source>
        <translation>Fotos werden einzeln versucht</translation>
    </message>
    <message>
        <source>Updating the index</source>
        <translation>Der Index wird aktualisiert</translation>
    </message>
    <message>
        <source>Sorting by likeness</source>
        <translation>Nach Aussehen wird sortiert</translation>
    </message>
    <message>
        <source>Looking at the parts of the photos</source>
        <translation>Teile der Fotos werden angesehen</translation>
    </message>
    <message>
        <source>Exact: the parts of each picture, and the units, sum to the cosine of the two.</source>
        <translation>Exakt: Die Teile jedes Bildes und die Einheiten ergeben zusammen den Kosinus der beiden.</translation>
    </message>
    <message>
        <source>Approximate: a part counts by how much the likeness falls when it is painted over, so the parts do not sum to it.</source>
        <translation>Angenähert: Ein Teil zählt so viel, wie die Ähnlichkeit sinkt, wenn er übermalt wird; die Teile ergeben sie zusammen nicht.</translation>
    </message>
    <message>
        <source>no CUDA driver</source>
        <translation>kein CUDA-Treiber</translation>
    </message>
    <message>
        <source>no CUDA device</source>
        <translation>kein CUDA-Gerät</translation>
    </message>
    <message>
        <source>this ONNX Runtime has no CUDA</source>
        <translation>diese ONNX Runtime hat kein CUDA</translation>
    </message>
    <message>
        <source>the CUDA libraries do not load</source>
        <translation>die CUDA-Bibliotheken lassen sich nicht laden</translation>
    </message>
    <message>
        <source>CUDA does not start</source>
        <translation>CUDA startet nicht</translation>
    </message>
    <message>
        <source>the file is gone</source>
        <translation>die Datei ist nicht mehr da</translation>
    </message>
    <message>
        <source>it cannot be opened</source>
        <translation>sie lässt sich nicht öffnen</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>sie ist leer</translation>
    </message>
    <message>
        <source>its file is larger than 1 GiB</source>
        <translation>die Datei ist größer als 1 GiB</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>es ist ein Ordner</translation>
    </message>
    <message>
        <source>it is not a regular file</source>
        <translation>es ist keine gewöhnliche Datei</translation>
    </message>
    <message>
        <source>there is no such file</source>
        <translation>es gibt keine solche Datei</translation>
    </message>
    <message>
        <source>you are not permitted to read it</source>
        <translation>das Leserecht fehlt</translation>
    </message>
    <message>
        <source>there can be no file of that name</source>
        <translation>eine Datei dieses Namens kann es nicht geben</translation>
    </message>
    <message>
        <source>it needs more memory than there is</source>
        <translation>der Speicher reicht dafür nicht</translation>
    </message>
    <message>
        <source>it is not a picture this program reads</source>
        <translation>es ist kein Bild, das dieses Programm liest</translation>
    </message>
    <message>
        <source>it ends too early; the file is damaged</source>
        <translation>sie endet zu früh; die Datei ist beschädigt</translation>
    </message>
    <message>
        <source>it is of a rare kind that this program does not read</source>
        <translation>sie ist von einer seltenen Art, die dieses Programm nicht liest</translation>
    </message>
    <message>
        <source>the file is damaged</source>
        <translation>die Datei ist beschädigt</translation>
    </message>
    <message>
        <source>camera RAW needs rawpy, which is not installed (pip install rawpy)</source>
        <translation>Kamera-RAW braucht rawpy, das nicht installiert ist (pip install rawpy)</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>content</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>What is in the picture, as the whole network sees it: nearly always the best choice.</source>
        <translation>Was auf dem Bild ist, wie das ganze Netz es sieht: fast immer die beste Wahl.</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Which colours there are and how much of each, wherever they are: for sunsets, moods and things that go together.</source>
        <translation>Welche Farben es gibt und wie viel von jeder, gleich wo: für Sonnenuntergänge, Stimmungen und Dinge, die zusammenpassen.</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>shape</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>Edges and outlines and where they are, whatever their colours: for silhouettes, drawings and products on plain ground.</source>
        <translation>Kanten und Umrisse und wo sie liegen, gleich in welchen Farben: für Silhouetten, Zeichnungen und Produkte vor ruhigem Hintergrund.</translation>
    </message>
    <message>
        <source>Pixels</source>
        <translation>Pixel</translation>
    </message>
    <message>
        <source>pixels</source>
        <translation>Pixeln</translation>
    </message>
    <message>
        <source>Light and dark in the same places: for edited copies, and for shots of one scene.</source>
        <translation>Hell und Dunkel an denselben Stellen: für bearbeitete Kopien und für Aufnahmen einer Szene.</translation>
    </message>
    <message>
        <source>Early layer</source>
        <translation>Frühe Schicht</translation>
    </message>
    <message>
        <source>early layer</source>
        <translation>früher Schicht</translation>
    </message>
    <message>
        <source>Edges, grain and simple textures, as a layer near the network&apos;s eye sees them: for fabrics, papers and surfaces.</source>
        <translation>Kanten, Körnung und einfache Texturen, wie eine Schicht nahe am Auge des Netzes sie sieht: für Stoffe, Papiere und Oberflächen.</translation>
    </message>
    <message>
        <source>Middle layer</source>
        <translation>Mittlere Schicht</translation>
    </message>
    <message>
        <source>middle layer</source>
        <translation>mittlerer Schicht</translation>
    </message>
    <message>
        <source>Patterns and small parts, such as stripes, leaves and wheels, whatever they belong to.</source>
        <translation>Muster und kleine Teile wie Streifen, Blätter und Räder, gleich wozu sie gehören.</translation>
    </message>
    <message>
        <source>Deep layer</source>
        <translation>Tiefe Schicht</translation>
    </message>
    <message>
        <source>deep layer</source>
        <translation>tiefer Schicht</translation>
    </message>
    <message>
        <source>Large parts and whole things, before the network sums them up: close to content, and stricter about looks.</source>
        <translation>Große Teile und ganze Dinge, bevor das Netz sie zusammenfasst: nahe am Inhalt und strenger beim Aussehen.</translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation>Kosinus</translation>
    </message>
    <message>
        <source>In what photos differ from the average, not how strongly: nearly always the best choice, and the fastest in large libraries.</source>
        <translation>Worin Fotos vom Durchschnitt abweichen, nicht wie stark: fast immer die beste Wahl und in großen Bibliotheken die schnellste.</translation>
    </message>
    <message>
        <source>L2, straight line</source>
        <translation>L2, Luftlinie</translation>
    </message>
    <message>
        <source>How strongly counts as well: for edited copies and shots of one scene. Every photo is compared.</source>
        <translation>Auch die Stärke zählt: für bearbeitete Kopien und Aufnahmen einer Szene. Jedes Foto wird verglichen.</translation>
    </message>
    <message>
        <source>L1, sum of differences</source>
        <translation>L1, Summe der Unterschiede</translation>
    </message>
    <message>
        <source>As L2, but one large difference counts for less: for a picture that was changed in one place. Every photo is compared.</source>
        <translation>Wie L2, aber ein einzelner großer Unterschied zählt weniger: für ein Bild, das an einer Stelle verändert wurde. Jedes Foto wird verglichen.</translation>
    </message>
    <message>
        <source>a part of the file&apos;s name, such as name:beach</source>
        <translation>ein Teil des Dateinamens, etwa name:strand</translation>
    </message>
    <message>
        <source>a part of a folder&apos;s name, such as folder:holiday</source>
        <translation>ein Teil eines Ordnernamens, etwa folder:urlaub</translation>
    </message>
    <message>
        <source>a folder with all in it, such as in:Pictures/2021</source>
        <translation>ein Ordner mit allem darin, etwa in:Bilder/2021</translation>
    </message>
    <message>
        <source>when it was taken, such as date:2021 or date:2019..2021</source>
        <translation>wann es aufgenommen wurde, etwa date:2021 oder date:2019..2021</translation>
    </message>
    <message>
        <source>the camera, such as camera:canon</source>
        <translation>die Kamera, etwa camera:canon</translation>
    </message>
    <message>
        <source>what the network takes it for, such as class:dog</source>
        <translation>wofür das Netz es hält, etwa class:dog</translation>
    </message>
    <message>
        <source>landscape, portrait, square or panorama</source>
        <translation>landscape, portrait, square oder panorama</translation>
    </message>
    <message>
        <source>of the file, such as size:&gt;2MB</source>
        <translation>der Datei, etwa size:&gt;2MB</translation>
    </message>
    <message>
        <source>in pixels, such as width:&gt;4000</source>
        <translation>in Pixeln, etwa width:&gt;4000</translation>
    </message>
    <message>
        <source>in pixels, such as height:&gt;4000</source>
        <translation>in Pixeln, etwa height:&gt;4000</translation>
    </message>
    <message>
        <source>of the file, such as format:png</source>
        <translation>der Datei, etwa format:png</translation>
    </message>
    <message>
        <source>how it is laid out</source>
        <translation>das Seitenverhältnis</translation>
    </message>
    <message>
        <source>more than 4,000 pixels</source>
        <translation>mehr als 4.000 Pixel</translation>
    </message>
    <message>
        <source>less than 1,000 pixels</source>
        <translation>weniger als 1.000 Pixel</translation>
    </message>
    <message>
        <source>1,000 to 2,000 pixels</source>
        <translation>1.000 bis 2.000 Pixel</translation>
    </message>
    <message>
        <source>larger than 5 MB</source>
        <translation>größer als 5 MB</translation>
    </message>
    <message>
        <source>smaller than 100 KB</source>
        <translation>kleiner als 100 KB</translation>
    </message>
    <message>
        <source>1 to 5 MB</source>
        <translation>1 bis 5 MB</translation>
    </message>
    <message>
        <source>There are no photos to search yet.</source>
        <translation>Es gibt noch keine Fotos zum Durchsuchen.</translation>
    </message>
    <message>
        <source>Drop a folder of photos on the window first.</source>
        <translation>Zuerst einen Ordner mit Fotos auf dem Fenster ablegen.</translation>
    </message>
    <message>
        <source>The library has no photos yet.</source>
        <translation>Die Bibliothek hat noch keine Fotos.</translation>
    </message>
    <message>
        <source>Bring a folder of photos in.</source>
        <translation>Einen Ordner mit Fotos importieren.</translation>
    </message>
    <message>
        <source>No photo fits.</source>
        <translation>Kein Foto passt.</translation>
    </message>
    <message>
        <source>That photo is no longer in the library.</source>
        <translation>Dieses Foto ist nicht mehr in der Bibliothek.</translation>
    </message>
    <message>
        <source>This saved search was deleted.</source>
        <translation>Diese gespeicherte Suche wurde gelöscht.</translation>
    </message>
    <message>
        <source>Another program is working on files of this library.</source>
        <translation>Ein anderes Programm arbeitet an Dateien dieser Bibliothek.</translation>
    </message>
    <message>
        <source>Try again when it is done.</source>
        <translation>Erneut versuchen, wenn es fertig ist.</translation>
    </message>
</context>
</TS>

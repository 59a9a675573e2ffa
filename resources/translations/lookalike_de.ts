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
        <source>Take back what was done last</source>
        <translation>Zurücknehmen, was zuletzt getan wurde</translation>
    </message>
    <message>
        <source>Mov&amp;e To…</source>
        <translation>Ve&amp;rschieben nach&#xa0;…</translation>
    </message>
    <message>
        <source>&amp;Undo {act}</source>
        <translation>&amp;Rückgängig: {act}</translation>
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
        <source>&amp;Label…</source>
        <translation>Label &amp;geben&#xa0;…</translation>
    </message>
    <message>
        <source>Label the chosen photos: type a name</source>
        <translation>Den ausgewählten Fotos ein Label geben: seinen Namen tippen</translation>
    </message>
    <message>
        <source>&amp;Teach…</source>
        <translation>&amp;Anlernen&#xa0;…</translation>
    </message>
    <message>
        <source>Teach the program your labels, and see how well it tells them</source>
        <translation>Dem Programm die eigenen Labels anlernen und sehen, wie gut es sie erkennt</translation>
    </message>
    <message>
        <source>Su&amp;ggestions</source>
        <translation>&amp;Vorschläge</translation>
    </message>
    <message>
        <source>Photos that may deserve your labels, to accept or reject</source>
        <translation>Fotos, zu denen die eigenen Labels passen könnten, zum Annehmen oder Ablehnen</translation>
    </message>
    <message>
        <source>La&amp;bels</source>
        <translation>Labe&amp;ls</translation>
    </message>
    <message>
        <source>Labels from &amp;Folders…</source>
        <translation>Labels aus &amp;Ordnern&#xa0;…</translation>
    </message>
    <message>
        <source>Labels from Photo &amp;Keywords…</source>
        <translation>Labels aus &amp;Stichworten&#xa0;…</translation>
    </message>
    <message>
        <source>Labels from a T&amp;able (CSV)…</source>
        <translation>Labels aus &amp;Tabelle (CSV)&#xa0;…</translation>
    </message>
    <message>
        <source>&amp;Export Labels…</source>
        <translation>Labels e&amp;xportieren&#xa0;…</translation>
    </message>
    <message>
        <source>Export &amp;Everything You Made…</source>
        <translation>Eigene Arbeit si&amp;chern&#xa0;…</translation>
    </message>
    <message>
        <source>Restore What &amp;You Made…</source>
        <translation>Eigene Arbeit &amp;wiederherstellen&#xa0;…</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
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
        <source>&amp;Labels</source>
        <translation>&amp;Labels</translation>
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
    <name>AlbumPanel</name>
    <message>
        <source>Living album</source>
        <translation>Mitwachsendes Album</translation>
    </message>
    <message>
        <source>How probable a photo has to be to join by itself</source>
        <translation>Wie wahrscheinlich ein Foto sein muss, um von selbst dazuzukommen</translation>
    </message>
    <message>
        <source>from {percent}</source>
        <translation>ab {percent}</translation>
    </message>
    <message>
        <source>When it is on, new photos that deserve the label join it as they come.</source>
        <translation>Ist es an, kommen neue Fotos, zu denen das Label passt, von selbst dazu.</translation>
    </message>
    <message>
        <source>Photos that deserve the label with {percent} or more join it as they come.</source>
        <translation>Fotos, zu denen das Label mit {percent} oder mehr passt, kommen von selbst dazu.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln photo(s) are in it.</source>
        <translation>
            <numerusform>%Ln Foto ist darin.</numerusform>
            <numerusform>%Ln Fotos sind darin.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AnswerBar</name>
    <message>
        <source>Enter</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Entf</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leertaste</translation>
    </message>
    <message>
        <source>Ctrl+Z</source>
        <translation>Strg+Z</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Überspringen</translation>
    </message>
    <message>
        <source>Ask about it another time</source>
        <translation>Ein anderes Mal danach fragen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Take the last answer back, and those before</source>
        <translation>Die letzte Antwort zurücknehmen, dann die davor</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Warum?</translation>
    </message>
    <message>
        <source>What speaks for it</source>
        <translation>Was dafür spricht</translation>
    </message>
    <message>
        <source>Yes, {label}</source>
        <translation>Ja, {label}</translation>
    </message>
    <message>
        <source>Not {label}</source>
        <translation>Nicht {label}</translation>
    </message>
    <message>
        <source>{no}: remembered for good</source>
        <translation>{no}: wird auf Dauer gemerkt</translation>
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
    <name>BatchBoard</name>
    <message>
        <source>How probable a photo has to be to be accepted</source>
        <translation>Wie wahrscheinlich ein Foto sein muss, um angenommen zu werden</translation>
    </message>
    <message>
        <source>Photos to be accepted together</source>
        <translation>Fotos, die zusammen angenommen werden</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Ctrl+Z</source>
        <translation>Strg+Z</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Take the last answer back, and those before</source>
        <translation>Die letzte Antwort zurücknehmen, dann die davor</translation>
    </message>
    <message>
        <source>Accept {count} as {label}</source>
        <translation>{count} als {label} annehmen</translation>
    </message>
    <message>
        <source>Of {count}, probably none will be wrong.</source>
        <translation>Von {count} ist wahrscheinlich keines falsch.</translation>
    </message>
    <message>
        <source>About {wrong} of {count} will be wrong. Click those that do not belong.</source>
        <translation>Etwa {wrong} von {count} sind falsch. Anklicken, was nicht dazugehört.</translation>
    </message>
    <message>
        <source>Nothing left to accept</source>
        <translation>Nichts mehr anzunehmen</translation>
    </message>
    <message>
        <source>No photo is more likely “{label}” than not.</source>
        <translation>Kein Foto ist eher „{label}“ als nicht.</translation>
    </message>
    <message>
        <source>No photo is so certain</source>
        <translation>So sicher ist kein Foto</translation>
    </message>
    <message>
        <source>The most certain one has {percent}: move the slider to the left.</source>
        <translation>Das sicherste hat {percent}: den Regler nach links schieben.</translation>
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
    <name>ConfusionPanel</name>
    <message>
        <source>Photos of the chosen cell</source>
        <translation>Fotos der ausgewählten Zelle</translation>
    </message>
    <message>
        <source>Only the most confused labels</source>
        <translation>Nur die am meisten verwechselten Labels</translation>
    </message>
    <message>
        <source>Rows: your labels. Columns: what the program says of photos whose label it has not seen. Choose a cell to see its photos.</source>
        <translation>Zeilen: die eigenen Labels. Spalten: was das Programm zu Fotos sagt, deren Label es nicht kennt. Eine Zelle auswählen, um ihre Fotos zu sehen.</translation>
    </message>
    <message>
        <source>All held-out photos were told rightly.</source>
        <translation>Alle zurückgehaltenen Fotos wurden richtig erkannt.</translation>
    </message>
</context>
<context>
    <name>ConfusionTable</name>
    <message>
        <source>What photos of each label were told as</source>
        <translation>Wofür Fotos jedes Labels gehalten wurden</translation>
    </message>
</context>
<context>
    <name>ConfusionWords</name>
    <message>
        <source>{count} of “{label}” told rightly ({share} of them)</source>
        <translation>{count} von „{label}“ richtig erkannt ({share} davon)</translation>
    </message>
    <message>
        <source>{count} of “{label}” told as “{told}” ({share} of them)</source>
        <translation>{count} von „{label}“ für „{told}“ gehalten ({share} davon)</translation>
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
        <source>the same label of mine</source>
        <translation>demselben eigenen Label</translation>
    </message>
    <message>
        <source>Photos that have one label; two labels are needed, with two photos each</source>
        <translation>Fotos mit genau einem Label; dafür braucht es zwei Labels mit je zwei Fotos</translation>
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
        <source>Two folders or labels are needed, with two photos each</source>
        <translation>Dafür braucht es zwei Ordner oder Labels mit je zwei Fotos</translation>
    </message>
    <message>
        <source>Answers are right where they come from the same folder as the query, or have its label. Sort some photos into folders by what they show, and import them; or give them labels.</source>
        <translation>Antworten sind richtig, wenn sie aus demselben Ordner kommen wie die Anfrage oder ihr Label haben. Einige Fotos nach dem, was sie zeigen, in Ordner sortieren und importieren; oder ihnen Labels geben.</translation>
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
    <name>FigureWords</name>
    <message>
        <source>Neighbours k</source>
        <translation>Nachbarn k</translation>
    </message>
    <message>
        <source>k = {at}: right in {accuracy}</source>
        <translation>k = {at}: {accuracy} richtig</translation>
    </message>
    <message>
        <source>{at} examples of each label: right in {accuracy}</source>
        <translation>{at} Beispiele je Label: {accuracy} richtig</translation>
    </message>
    <message>
        <source>Examples of each label</source>
        <translation>Beispiele je Label</translation>
    </message>
    <message>
        <source>told {told}: right in {right} of {count}</source>
        <translation>angegeben {told}: richtig bei {right} von {count}</translation>
    </message>
    <message>
        <source>Calibration error: {error}</source>
        <translation>Kalibrierungsfehler: {error}</translation>
    </message>
    <message>
        <source>Probability that is told</source>
        <translation>Angegebene Wahrscheinlichkeit</translation>
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
        <source>Copy of %Ln Photo(s)</source>
        <translation>
            <numerusform>Kopie von %Ln Foto</numerusform>
            <numerusform>Kopie von %Ln Fotos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move of %Ln Photo(s)</source>
        <translation>
            <numerusform>Verschieben von %Ln Foto</numerusform>
            <numerusform>Verschieben von %Ln Fotos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Links to %Ln Photo(s)</source>
        <translation>
            <numerusform>Hardlink von %Ln Foto</numerusform>
            <numerusform>Hardlinks von %Ln Fotos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Trashing of %Ln Photo(s)</source>
        <translation>
            <numerusform>%Ln Foto in den Papierkorb</numerusform>
            <numerusform>%Ln Fotos in den Papierkorb</numerusform>
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
    <name>LabelBox</name>
    <message>
        <source>Name, or animals/cats</source>
        <translation>Name oder Tiere/Katzen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>New label “{path}”</source>
        <translation>Neues Label „{path}“</translation>
    </message>
</context>
<context>
    <name>LabelDesk</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>LabelExportOptions</name>
    <message>
        <source>Export Labels</source>
        <translation>Labels exportieren</translation>
    </message>
    <message>
        <source>All labels</source>
        <translation>Alle Labels</translation>
    </message>
    <message>
        <source>A table (CSV)</source>
        <translation>Eine Tabelle (CSV)</translation>
    </message>
    <message>
        <source>For spreadsheets, and to bring labels back in</source>
        <translation>Für Tabellenprogramme, und um Labels wieder einzulesen</translation>
    </message>
    <message>
        <source>A JSON file</source>
        <translation>Eine JSON-Datei</translation>
    </message>
    <message>
        <source>For scripts</source>
        <translation>Für Skripte</translation>
    </message>
    <message>
        <source>XMP sidecars beside the photos</source>
        <translation>XMP-Begleitdateien neben den Fotos</translation>
    </message>
    <message>
        <source>Lightroom, digiKam and darktable read them; the photos stay as they are</source>
        <translation>Lightroom, digiKam und darktable lesen sie; die Fotos bleiben, wie sie sind</translation>
    </message>
    <message>
        <source>XMP sidecars in another folder</source>
        <translation>XMP-Begleitdateien in einem anderen Ordner</translation>
    </message>
    <message>
        <source>Where nothing may be written beside the photos</source>
        <translation>Wenn neben den Fotos nichts geschrieben werden darf</translation>
    </message>
    <message>
        <source>A folder of copies for each label</source>
        <translation>Ein Ordner mit Kopien je Label</translation>
    </message>
    <message>
        <source>To hand photos on</source>
        <translation>Um Fotos weiterzugeben</translation>
    </message>
    <message>
        <source>A folder of hard links for each label</source>
        <translation>Ein Ordner mit Hardlinks je Label</translation>
    </message>
    <message>
        <source>Takes no space, on the same disk only</source>
        <translation>Braucht keinen Platz, nur auf demselben Laufwerk</translation>
    </message>
    <message>
        <source>Labels:</source>
        <translation>Labels:</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren&#xa0;…</translation>
    </message>
</context>
<context>
    <name>LabelHeat</name>
    <message>
        <source>What each part of the photo adds</source>
        <translation>Was jeder Teil des Fotos beiträgt</translation>
    </message>
</context>
<context>
    <name>LabelLineMenu</name>
    <message>
        <source>New Label…</source>
        <translation>Neues Label&#xa0;…</translation>
    </message>
    <message>
        <source>New Label Inside…</source>
        <translation>Neues Label darin&#xa0;…</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Umbenennen&#xa0;…</translation>
    </message>
    <message>
        <source>Suggest Photos</source>
        <translation>Fotos vorschlagen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Merge Into</source>
        <translation>Zusammenführen mit</translation>
    </message>
    <message>
        <source>Another Label…</source>
        <translation>Anderes Label&#xa0;…</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Taste</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Living Album</source>
        <translation>Mitwachsendes Album</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Very Certain</source>
        <translation>sehr sicher</translation>
    </message>
    <message>
        <source>Certain</source>
        <translation>sicher</translation>
    </message>
    <message>
        <source>Likely</source>
        <translation>wahrscheinlich</translation>
    </message>
    <message>
        <source>New Photos That Are {level} ({percent})</source>
        <translation>Neue Fotos, wenn {level} ({percent})</translation>
    </message>
    <message>
        <source>New Photos From {percent} On</source>
        <translation>Neue Fotos ab {percent}</translation>
    </message>
    <message>
        <source>Show What It Found</source>
        <translation>Zeigen, was es fand</translation>
    </message>
</context>
<context>
    <name>LabelLines</name>
    <message>
        <source>Click + for a new label, or drop photos here</source>
        <translation>Auf + klicken für ein neues Label oder Fotos hier ablegen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln photo(s)</source>
        <translation>
            <numerusform>%Ln Foto</numerusform>
            <numerusform>%Ln Fotos</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} of them itself</source>
        <translation>{count} davon selbst</translation>
    </message>
    <message>
        <source>key {key}</source>
        <translation>Taste {key}</translation>
    </message>
    <message>
        <source>a living album: new photos join it</source>
        <translation>ein mitwachsendes Album: neue Fotos kommen dazu</translation>
    </message>
    <message>
        <source>New Label…</source>
        <translation>Neues Label&#xa0;…</translation>
    </message>
    <message>
        <source>Labels are your own words for photos. Give them by a key, 1 to 9, by dropping photos on them, or with L; from a few examples the program learns to suggest more.</source>
        <translation>Labels sind eigene Wörter für Fotos. Sie lassen sich mit einer Taste geben, 1 bis 9, durch Ablegen von Fotos oder mit L; aus wenigen Beispielen lernt das Programm, weitere vorzuschlagen.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
</context>
<context>
    <name>LabelRow</name>
    <message>
        <source>Label this photo (L)</source>
        <translation>Diesem Foto ein Label geben (L)</translation>
    </message>
</context>
<context>
    <name>LabelTransfer</name>
    <message>
        <source>Label Photos by Their Folders Inside Of…</source>
        <translation>Fotos Labels geben nach ihren Ordnern in&#xa0;…</translation>
    </message>
    <message>
        <source>Looking at the folders…</source>
        <translation>Die Ordner werden angesehen&#xa0;…</translation>
    </message>
    <message>
        <source>Reading keywords…</source>
        <translation>Stichworte werden gelesen&#xa0;…</translation>
    </message>
    <message>
        <source>Labels from a Table</source>
        <translation>Labels aus einer Tabelle</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.txt)</source>
        <translation>Tabellen (*.csv *.tsv *.txt)</translation>
    </message>
    <message>
        <source>Reading the table…</source>
        <translation>Die Tabelle wird gelesen&#xa0;…</translation>
    </message>
    <message>
        <source>Lookalike&apos;s JSON files (*.json)</source>
        <translation>JSON-Dateien von Lookalike (*.json)</translation>
    </message>
    <message>
        <source>Restore What You Made</source>
        <translation>Eigene Arbeit wiederherstellen</translation>
    </message>
    <message>
        <source>Bringing it in…</source>
        <translation>Wird eingelesen&#xa0;…</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>Giving labels…</source>
        <translation>Labels werden gegeben&#xa0;…</translation>
    </message>
    <message>
        <source>There are no labels yet.</source>
        <translation>Es gibt noch keine Labels.</translation>
    </message>
    <message>
        <source>Export Everything You Made</source>
        <translation>Eigene Arbeit sichern</translation>
    </message>
    <message>
        <source>Lookalike work.json</source>
        <translation>Lookalike-Arbeit.json</translation>
    </message>
    <message>
        <source>Writing it…</source>
        <translation>Wird geschrieben&#xa0;…</translation>
    </message>
    <message>
        <source>Write Sidecars In…</source>
        <translation>Begleitdateien schreiben in&#xa0;…</translation>
    </message>
    <message>
        <source>Looking at the sidecars…</source>
        <translation>Begleitdateien werden geprüft&#xa0;…</translation>
    </message>
    <message>
        <source>Labels.csv</source>
        <translation>Labels.csv</translation>
    </message>
    <message>
        <source>Labels.json</source>
        <translation>Labels.json</translation>
    </message>
    <message>
        <source>Export Labels</source>
        <translation>Labels exportieren</translation>
    </message>
    <message>
        <source>Writing the list…</source>
        <translation>Die Liste wird geschrieben&#xa0;…</translation>
    </message>
    <message>
        <source>Make a Folder for Each Label In…</source>
        <translation>Einen Ordner je Label anlegen in&#xa0;…</translation>
    </message>
    <message>
        <source>Sidecars</source>
        <translation>Begleitdateien</translation>
    </message>
    <message>
        <source>Writing sidecars…</source>
        <translation>Begleitdateien werden geschrieben&#xa0;…</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Taking it back…</source>
        <translation>Wird zurückgenommen&#xa0;…</translation>
    </message>
    <message>
        <source>Wait until the work before is done.</source>
        <translation>Bitte warten, bis die vorige Arbeit fertig ist.</translation>
    </message>
    <message>
        <source>Show in Folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>Stopped. Nothing was changed.</source>
        <translation>Abgebrochen. Nichts wurde geändert.</translation>
    </message>
</context>
<context>
    <name>LabelWords</name>
    <message numerus="yes">
        <source>“{name}” given to %Ln photo(s).</source>
        <translation>
            <numerusform>„{name}“ an %Ln Foto gegeben.</numerusform>
            <numerusform>„{name}“ an %Ln Fotos gegeben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“{name}” taken off %Ln photo(s).</source>
        <translation>
            <numerusform>„{name}“ von %Ln Foto entfernt.</numerusform>
            <numerusform>„{name}“ von %Ln Fotos entfernt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing to change about “{name}” in these photos.</source>
        <translation>Bei diesen Fotos ändert sich nichts an „{name}“.</translation>
    </message>
    <message>
        <source>Label “{name}”</source>
        <translation>Label „{name}“ geben</translation>
    </message>
    <message>
        <source>Reject “{name}”</source>
        <translation>„{name}“ ablehnen</translation>
    </message>
    <message>
        <source>The label “{name}” is there. Drop photos on it, or press its key.</source>
        <translation>Das Label „{name}“ ist da. Fotos darauf ablegen oder seine Taste drücken.</translation>
    </message>
    <message>
        <source>New Label “{name}”</source>
        <translation>Neues Label „{name}“</translation>
    </message>
    <message>
        <source>“{before}” is called “{name}” now.</source>
        <translation>„{before}“ heißt jetzt „{name}“.</translation>
    </message>
    <message>
        <source>Rename “{name}”</source>
        <translation>„{name}“ umbenennen</translation>
    </message>
    <message>
        <source>“{name}” is inside of “{into}” now.</source>
        <translation>„{name}“ ist jetzt in „{into}“.</translation>
    </message>
    <message>
        <source>“{name}” is inside of no other label now.</source>
        <translation>„{name}“ ist jetzt in keinem anderen Label.</translation>
    </message>
    <message>
        <source>Move “{name}”</source>
        <translation>„{name}“ verschieben</translation>
    </message>
    <message>
        <source>All photos of “{name}” have “{into}” now.</source>
        <translation>Alle Fotos von „{name}“ haben jetzt „{into}“.</translation>
    </message>
    <message>
        <source>Merge “{name}”</source>
        <translation>„{name}“ zusammenführen</translation>
    </message>
    <message numerus="yes">
        <source>“{name}” was deleted; %Ln photo(s) had it.</source>
        <translation>
            <numerusform>„{name}“ wurde gelöscht; %Ln Foto hatte es.</numerusform>
            <numerusform>„{name}“ wurde gelöscht; %Ln Fotos hatten es.</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete “{name}”</source>
        <translation>„{name}“ löschen</translation>
    </message>
    <message>
        <source>The key {key} gives “{name}” now.</source>
        <translation>Die Taste {key} gibt jetzt „{name}“.</translation>
    </message>
    <message>
        <source>No key gives “{name}” any more.</source>
        <translation>Keine Taste gibt mehr „{name}“.</translation>
    </message>
    <message>
        <source>Key of “{name}”</source>
        <translation>Taste von „{name}“</translation>
    </message>
    <message>
        <source>New photos join “{name}” where that is at least {percent} certain.</source>
        <translation>Neue Fotos kommen zu „{name}“, wenn das zu mindestens {percent} sicher ist.</translation>
    </message>
    <message>
        <source>“{name}” takes no new photos by itself any more.</source>
        <translation>„{name}“ nimmt nicht mehr von selbst neue Fotos auf.</translation>
    </message>
    <message>
        <source>Living Album “{name}”</source>
        <translation>Mitwachsendes Album „{name}“</translation>
    </message>
    <message>
        <source>Taken back: {act}.</source>
        <translation>Zurückgenommen: {act}.</translation>
    </message>
</context>
<context>
    <name>LabelsDoor</name>
    <message>
        <source>The key {key} gives no label yet. Which one?</source>
        <translation>Die Taste {key} gibt noch kein Label. Welches?</translation>
    </message>
    <message numerus="yes">
        <source>Label %Ln photo(s)</source>
        <translation>
            <numerusform>%Ln Foto ein Label geben</numerusform>
            <numerusform>%Ln Fotos ein Label geben</numerusform>
        </translation>
    </message>
    <message>
        <source>Label of key {key}</source>
        <translation>Label der Taste {key}</translation>
    </message>
    <message>
        <source>Merge “{name}” into</source>
        <translation>„{name}“ zusammenführen mit</translation>
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
    <message>
        <source>Hand-made features, then layers from the picture on</source>
        <translation>Von Hand gemachte Merkmale, dann Schichten vom Bild an</translation>
    </message>
    <message>
        <source>Told best by {title}: {accuracy}.</source>
        <translation>Am besten erkannt nach {title}: {accuracy}.</translation>
    </message>
    <message>
        <source>The best of the hand-made features, {title}, comes to {accuracy}.</source>
        <translation>Das beste von Hand gemachte Merkmal, {title}, kommt auf {accuracy}.</translation>
    </message>
    <message>
        <source>Careful where you cut: the end of the network, {title}, comes to {accuracy}.</source>
        <translation>Vorsicht beim Abschneiden: Das Ende des Netzes, {title}, kommt auf {accuracy}.</translation>
    </message>
    <message>
        <source>The end of the network, {title}, is no worse within the error: {accuracy}.</source>
        <translation>Das Ende des Netzes, {title}, ist im Rahmen des Fehlers nicht schlechter: {accuracy}.</translation>
    </message>
    <message>
        <source>Layer {name}</source>
        <translation>Schicht {name}</translation>
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
    <name>LayersPanel</name>
    <message>
        <source>Accuracy by layer</source>
        <translation>Genauigkeit je Schicht</translation>
    </message>
    <message>
        <source>Compare Layers</source>
        <translation>Schichten vergleichen</translation>
    </message>
    <message>
        <source>Compare Again</source>
        <translation>Neu vergleichen</translation>
    </message>
    <message>
        <source>Careful where you cut</source>
        <translation>Auf die Schicht kommt es an</translation>
    </message>
    <message>
        <source>A classifier can learn from any layer of the network: early ones see edges and colours, late ones whole things.
One click shows which of them, or which features made by hand, tell your labels best.</source>
        <translation>Ein Klassifikator kann von jeder Schicht des Netzes lernen: frühe sehen Kanten und Farben, späte ganze Dinge.
Ein Klick zeigt, welche davon oder welche von Hand gemachten Merkmale die Labels am besten erkennen.</translation>
    </message>
    <message>
        <source>Logistic regression on the features of each layer: right answers on held-out examples, with their standard error. Grey: features made by hand, without a network.</source>
        <translation>Logistische Regression auf den Merkmalen jeder Schicht: richtige Antworten bei zurückgehaltenen Beispielen, mit ihrem Standardfehler. Grau: von Hand gemachte Merkmale, ohne Netz.</translation>
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
    <name>MethodRows</name>
    <message>
        <source>Methods</source>
        <translation>Methoden</translation>
    </message>
    <message>
        <source>One-standard-error rule: methods within one standard error of the best
are as good as anybody can tell, so the simplest of them is chosen.</source>
        <translation>Regel des einen Standardfehlers: Methoden, die höchstens einen Standardfehler
unter der besten liegen, sind nachweislich nicht schlechter; gewählt wird die einfachste.</translation>
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
    <name>NothingPanel</name>
    <message>
        <source>Teach…</source>
        <translation>Anlernen&#xa0;…</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message numerus="yes">
        <source>Ask the %Ln Skipped Again</source>
        <translation>
            <numerusform>Das %Ln übersprungene noch einmal fragen</numerusform>
            <numerusform>Die %Ln übersprungenen noch einmal fragen</numerusform>
        </translation>
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
    <name>OverviewPanel</name>
    <message>
        <source>How many neighbours</source>
        <translation>Wie viele Nachbarn</translation>
    </message>
    <message>
        <source>Right answers by k ± deviation of the folds.</source>
        <translation>Richtige Antworten je k ± Abweichung der Teile.</translation>
    </message>
    <message>
        <source>Would more examples help?</source>
        <translation>Helfen mehr Beispiele?</translation>
    </message>
    <message>
        <source>Where the curve still rises at its end, they would.</source>
        <translation>Ja, wenn die Kurve am Ende noch steigt.</translation>
    </message>
    <message>
        <source>Are its probabilities honest?</source>
        <translation>Stimmen die Wahrscheinlichkeiten?</translation>
    </message>
    <message>
        <source>On the line, “80%” is right in 80 of 100.</source>
        <translation>Auf der Linie sind „80&#xa0;%“ in 80 von 100 richtig.</translation>
    </message>
    <message>
        <source>Too few examples so far: {names}</source>
        <translation>Noch zu wenige Beispiele: {names}</translation>
    </message>
    <message>
        <source>Right answers on held-out examples ± standard error. Shaded: within one standard error of the best; the simplest method in it is chosen.</source>
        <translation>Richtige Antworten bei zurückgehaltenen Beispielen ± Standardfehler. Hinterlegt: höchstens einen Standardfehler unter der besten; gewählt wird die einfachste Methode darin.</translation>
    </message>
    <message>
        <source>Worth knowing</source>
        <translation>Gut zu wissen</translation>
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
    <message>
        <source>labelled {labels}</source>
        <translation>Labels: {labels}</translation>
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
    <message>
        <source>Goes Into</source>
        <translation>Kommt nach</translation>
    </message>
</context>
<context>
    <name>PlannedLabels</name>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Fotos</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
</context>
<context>
    <name>PlannedSidecars</name>
    <message>
        <source>Sidecar</source>
        <translation>Begleitdatei</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
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
    <name>Preview</name>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
</context>
<context>
    <name>Probability</name>
    <message>
        <source>under {percent}</source>
        <translation>unter {percent}</translation>
    </message>
    <message>
        <source>over {percent}</source>
        <translation>über {percent}</translation>
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
    <name>QuestionPanel</name>
    <message>
        <source>Or is it something else?</source>
        <translation>Oder ist es etwas anderes?</translation>
    </message>
    <message>
        <source>You have no other label yet. With a second one, this can be told from it.</source>
        <translation>Noch gibt es kein anderes Label. Von einem zweiten ließe sich dieses unterscheiden.</translation>
    </message>
    <message>
        <source>Another Label</source>
        <translation>Anderes Label</translation>
    </message>
    <message>
        <source>Is this “{label}”?</source>
        <translation>Ist das „{label}“?</translation>
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
    <name>ReadinessPanel</name>
    <message>
        <source>Teach</source>
        <translation>Anlernen</translation>
    </message>
    <message>
        <source>Ready to learn your labels</source>
        <translation>Bereit zum Anlernen</translation>
    </message>
    <message>
        <source>Teach it your own words</source>
        <translation>Eigene Labels anlernen</translation>
    </message>
    <message>
        <source>Give three photos each of two labels: choose photos and press a label’s key, 1 to 9,
or drag them onto a label at the left. From then on the program suggests.</source>
        <translation>Zwei Labels je drei Fotos geben: Fotos auswählen und die Taste eines Labels drücken, 1 bis 9,
oder sie links auf ein Label ziehen. Von da an macht das Programm Vorschläge.</translation>
    </message>
    <message>
        <source>One label has enough examples: it is told from photos without a label.
Three photos of a second label would sharpen it.</source>
        <translation>Ein Label hat genug Beispiele: Es wird von Fotos ohne Label unterschieden.
Drei Fotos eines zweiten Labels würden es schärfen.</translation>
    </message>
    <message>
        <source>Four methods are compared on your examples, and you are told how often the chosen one is right.
Nothing happens to your photos.</source>
        <translation>Vier Methoden werden an den Beispielen verglichen; danach steht hier, wie oft die gewählte richtig liegt.
Mit den Fotos geschieht nichts.</translation>
    </message>
</context>
<context>
    <name>ReadinessRows</name>
    <message>
        <source>enough</source>
        <translation>genug</translation>
    </message>
    <message>
        <source>{count} of {enough}</source>
        <translation>{count} von {enough}</translation>
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
    <name>ScoreRows</name>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Beispiele</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Präzision</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>Ausbeute</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>How many of the photos that are told so are so</source>
        <translation>Wie viele der so erkannten Fotos es wirklich sind</translation>
    </message>
    <message>
        <source>How many of the photos that are so are told so</source>
        <translation>Wie viele der Fotos, die es sind, so erkannt werden</translation>
    </message>
    <message>
        <source>Both in one: their harmonic mean</source>
        <translation>Beides in einem: ihr harmonisches Mittel</translation>
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
        <source>Give the label of a key</source>
        <translation>Das Label einer Taste geben</translation>
    </message>
    <message>
        <source>Rename the label or saved search</source>
        <translation>Label oder Suche umbenennen</translation>
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
    <message>
        <source>Accept</source>
        <translation>Annehmen</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Backspace</source>
        <translation>Rücktaste</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Überspringen</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leertaste</translation>
    </message>
    <message>
        <source>Take the answer back</source>
        <translation>Antwort zurücknehmen</translation>
    </message>
    <message>
        <source>Ctrl+Z</source>
        <translation>Strg+Z</translation>
    </message>
    <message>
        <source>It is another label</source>
        <translation>Es ist ein anderes Label</translation>
    </message>
    <message>
        <source>Why, and how the heat lies</source>
        <translation>Warum, und Art des Wärmebilds</translation>
    </message>
    <message>
        <source>One by one, many at once</source>
        <translation>Einzeln, viele auf einmal</translation>
    </message>
    <message>
        <source>Closer, farther, whole</source>
        <translation>Näher, weiter weg, ganz</translation>
    </message>
    <message>
        <source>Keep a suspect label, change it</source>
        <translation>Zweifelhaftes behalten, ändern</translation>
    </message>
    <message>
        <source>Take it off</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Warum?</translation>
    </message>
    <message>
        <source>From cell to cell</source>
        <translation>Von Zelle zu Zelle</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>Vorschläge</translation>
    </message>
    <message>
        <source>Teach</source>
        <translation>Anlernen</translation>
    </message>
</context>
<context>
    <name>ShownWork</name>
    <message>
        <source>Getting ready…</source>
        <translation>Wird vorbereitet&#xa0;…</translation>
    </message>
    <message>
        <source>Working…</source>
        <translation>In Arbeit&#xa0;…</translation>
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
        <source>Labels</source>
        <translation>Labels</translation>
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
    <name>SuggestionOffer</name>
    <message>
        <source>There are examples enough to suggest more photos for your labels.</source>
        <translation>Es gibt genug Beispiele, um weitere Fotos für die Labels vorzuschlagen.</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>Vorschläge</translation>
    </message>
</context>
<context>
    <name>SuggestionWords</name>
    <message>
        <source>The surest come first: quick to confirm, and a wrong one stands out.</source>
        <translation>Die sichersten zuerst: schnell bestätigt, und ein falsches fällt auf.</translation>
    </message>
    <message>
        <source>Those come first whose answer teaches most: doubtful ones, unlike one another.</source>
        <translation>Zuerst die, deren Antwort am meisten lehrt: zweifelhafte, einander unähnliche.</translation>
    </message>
    <message>
        <source>Nothing is accepted before you have seen it: check what is below.</source>
        <translation>Nichts wird ungesehen angenommen: unten steht, was es wäre.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln answer(s)</source>
        <translation>
            <numerusform>%Ln Antwort</numerusform>
            <numerusform>%Ln Antworten</numerusform>
        </translation>
    </message>
    <message>
        <source>{answers} · {right} right ({share})</source>
        <translation>{answers} · {right} richtig ({share})</translation>
    </message>
    <message numerus="yes">
        <source>%Ln accepted together</source>
        <translation>
            <numerusform>%Ln zusammen angenommen</numerusform>
            <numerusform>%Ln zusammen angenommen</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking through your photos…</source>
        <translation>Die Fotos werden durchgesehen&#xa0;…</translation>
    </message>
    <message>
        <source>What you have labelled is learned, and all other photos are sorted by it.</source>
        <translation>Aus den Fotos mit Label wird gelernt, und alle anderen werden danach sortiert.</translation>
    </message>
    <message>
        <source>There are no photos yet</source>
        <translation>Noch keine Fotos</translation>
    </message>
    <message>
        <source>Import a folder of photos, and label a few of them.</source>
        <translation>Einen Ordner mit Fotos importieren und einigen davon Labels geben.</translation>
    </message>
    <message>
        <source>Nothing to suggest yet</source>
        <translation>Noch nichts vorzuschlagen</translation>
    </message>
    <message>
        <source>Nothing left to suggest</source>
        <translation>Nichts mehr vorzuschlagen</translation>
    </message>
    <message>
        <source>All photos that may deserve a label have been asked about.</source>
        <translation>Nach allen Fotos, zu denen ein Label passen könnte, wurde gefragt.</translation>
    </message>
</context>
<context>
    <name>SuggestionsPage</name>
    <message>
        <source>Suggestions</source>
        <translation>Vorschläge</translation>
    </message>
    <message>
        <source>Photos that wait for an answer</source>
        <translation>Fotos, die auf eine Antwort warten</translation>
    </message>
    <message>
        <source>{label}  ·  {count}</source>
        <translation>{label}  ·  {count}</translation>
    </message>
    <message>
        <source>All labels</source>
        <translation>Alle Labels</translation>
    </message>
    <message>
        <source>Which label is asked about</source>
        <translation>Nach welchem Label gefragt wird</translation>
    </message>
    <message>
        <source>Most Certain First</source>
        <translation>Sicherste zuerst</translation>
    </message>
    <message>
        <source>Most Useful First</source>
        <translation>Lehrreichste zuerst</translation>
    </message>
    <message>
        <source>One by One</source>
        <translation>Eins nach dem anderen</translation>
    </message>
    <message>
        <source>Many at Once</source>
        <translation>Viele auf einmal</translation>
    </message>
    <message>
        <source>B goes from one to the other</source>
        <translation>B wechselt zwischen beiden</translation>
    </message>
    <message>
        <source>Back to the photos (Esc)</source>
        <translation>Zurück zu den Fotos (Esc)</translation>
    </message>
    <message>
        <source>Teach…</source>
        <translation>Anlernen&#xa0;…</translation>
    </message>
</context>
<context>
    <name>SuspectList</name>
    <message>
        <source>Labels that are doubted</source>
        <translation>Labels, die zweifelhaft sind</translation>
    </message>
</context>
<context>
    <name>SuspectWords</name>
    <message>
        <source>would say {told}, {percent}</source>
        <translation>eher {told}, {percent}</translation>
    </message>
    <message>
        <source>You say “{label}”. From all other examples the program would say “{told}” with {percent}, and “{label}” with {own}.</source>
        <translation>Das Foto hat „{label}“. Nach allen anderen Beispielen wäre es für das Programm zu {percent} „{told}“ und zu {own} „{label}“.</translation>
    </message>
</context>
<context>
    <name>SuspectsPanel</name>
    <message>
        <source>The nearest examples</source>
        <translation>Die nächsten Beispiele</translation>
    </message>
    <message>
        <source>Keep “{label}”</source>
        <translation>„{label}“ behalten</translation>
    </message>
    <message>
        <source>Change to “{told}”</source>
        <translation>Zu „{told}“ ändern</translation>
    </message>
    <message>
        <source>Take “{label}” Off</source>
        <translation>„{label}“ entfernen</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Warum?</translation>
    </message>
    <message>
        <source>It is right: do not ask about it again (K)</source>
        <translation>Es stimmt: nicht wieder danach fragen (K)</translation>
    </message>
    <message>
        <source>It is “{told}”, and not “{label}” (C)</source>
        <translation>Es ist „{told}“ und nicht „{label}“ (C)</translation>
    </message>
    <message>
        <source>It is not “{label}” (Delete)</source>
        <translation>Es ist nicht „{label}“ (Entf)</translation>
    </message>
    <message>
        <source>What speaks for “{told}” (W)</source>
        <translation>Was für „{told}“ spricht (W)</translation>
    </message>
    <message>
        <source>No label is doubted</source>
        <translation>Kein Label ist zweifelhaft</translation>
    </message>
    <message>
        <source>All examples are labelled as their neighbours and the program would.</source>
        <translation>Alle Beispiele haben das Label, das auch ihre Nachbarn und das Programm ihnen gäben.</translation>
    </message>
    <message>
        <source>Photos whose own label the program doubts most, judged from all other examples. They may be labelled wrongly, or be rare.</source>
        <translation>Fotos, an deren Label das Programm am meisten zweifelt, nach allen anderen Beispielen. Sie haben vielleicht das falsche Label oder sind selten.</translation>
    </message>
</context>
<context>
    <name>TeachDesk</name>
    <message>
        <source>Keep “{label}”</source>
        <translation>„{label}“ behalten</translation>
    </message>
    <message>
        <source>“{label}” stays.</source>
        <translation>„{label}“ bleibt.</translation>
    </message>
    <message>
        <source>“{label}” was changed to “{told}”.</source>
        <translation>„{label}“ wurde zu „{told}“ geändert.</translation>
    </message>
    <message>
        <source>Change “{label}” to “{told}”</source>
        <translation>„{label}“ zu „{told}“ ändern</translation>
    </message>
    <message>
        <source>“{label}” was taken off.</source>
        <translation>„{label}“ wurde entfernt.</translation>
    </message>
    <message>
        <source>Take “{label}” Off</source>
        <translation>„{label}“ entfernen</translation>
    </message>
</context>
<context>
    <name>TeachDoor</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>TeachPage</name>
    <message>
        <source>Teach</source>
        <translation>Anlernen</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>taught on {when}</source>
        <translation>angelernt am {when}</translation>
    </message>
    <message>
        <source>The table is on the clipboard.</source>
        <translation>Die Tabelle ist in der Zwischenablage.</translation>
    </message>
    <message>
        <source>Methods</source>
        <translation>Methoden</translation>
    </message>
    <message>
        <source>Mistaken For</source>
        <translation>Verwechslungen</translation>
    </message>
    <message>
        <source>Suspect Labels</source>
        <translation>Zweifelhafte Labels</translation>
    </message>
    <message>
        <source>Which Layer?</source>
        <translation>Welche Schicht?</translation>
    </message>
    <message>
        <source>Teach Again</source>
        <translation>Neu anlernen</translation>
    </message>
    <message>
        <source>Suggest Photos</source>
        <translation>Fotos vorschlagen</translation>
    </message>
    <message>
        <source>Photos that may deserve a label, one after another</source>
        <translation>Fotos, zu denen ein Label passen könnte, eines nach dem anderen</translation>
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
        <source>Back to the photos (Esc)</source>
        <translation>Zurück zu den Fotos (Esc)</translation>
    </message>
    <message>
        <source>The figures are made while it is taught</source>
        <translation>Die Zahlen entstehen beim Anlernen</translation>
    </message>
    <message>
        <source>Suggestions go on from what was taught before.</source>
        <translation>Vorschläge kommen weiter aus dem, was zuvor angelernt wurde.</translation>
    </message>
</context>
<context>
    <name>TeachWords</name>
    <message>
        <source>Nearest centroid</source>
        <translation>Nächster Schwerpunkt</translation>
    </message>
    <message>
        <source>Nearest neighbours</source>
        <translation>Nächste Nachbarn</translation>
    </message>
    <message>
        <source>Logistic regression</source>
        <translation>Logistische Regression</translation>
    </message>
    <message>
        <source>Linear SVM</source>
        <translation>Lineare SVM</translation>
    </message>
    <message>
        <source>Random forest</source>
        <translation>Random Forest</translation>
    </message>
    <message>
        <source>only to compare with</source>
        <translation>nur zum Vergleich</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>gewählt</translation>
    </message>
    <message>
        <source>{method}, right in {accuracy} of held-out examples.</source>
        <translation>{method}, richtig bei {accuracy} der zurückgehaltenen Beispiele.</translation>
    </message>
    <message>
        <source>{method}, right in {accuracy} of held-out examples; {more} more of {label} would help most.</source>
        <translation>{method}, richtig bei {accuracy} der zurückgehaltenen Beispiele; am meisten würden {more} weitere für „{label}“ helfen.</translation>
    </message>
    <message>
        <source>{names} can be taught since the labels were taught. Teach again to choose anew.</source>
        <translation>{names}: inzwischen genug Beispiele zum Anlernen. Neu anlernen, um neu zu wählen.</translation>
    </message>
    <message>
        <source>None of the labelled photos has been looked at by this network yet: bring their folders in again.</source>
        <translation>Keines der Fotos mit Label wurde von diesem Netz schon betrachtet: ihre Ordner erneut importieren.</translation>
    </message>
    <message>
        <source>Make a label and give it to three photos.</source>
        <translation>Ein Label anlegen und drei Fotos geben.</translation>
    </message>
    <message numerus="yes">
        <source>Give “{label}” to %Ln more photo(s).</source>
        <translation>
            <numerusform>„{label}“ noch %Ln Foto geben.</numerusform>
            <numerusform>„{label}“ noch %Ln Fotos geben.</numerusform>
        </translation>
    </message>
    <message>
        <source>Only “{one}” has enough examples, so it is told from photos without a label: a second label would sharpen it.</source>
        <translation>Nur „{one}“ hat genug Beispiele und wird darum von Fotos ohne Label unterschieden: Ein zweites Label würde es schärfen.</translation>
    </message>
    <message>
        <source>{count} of {labelled} labelled photos were learned from, of rare labels all.</source>
        <translation>Gelernt wurde aus {count} von {labelled} Fotos mit Label, bei seltenen Labels aus allen.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln labelled photo(s) are missing or no longer in the library, and not learned from.</source>
        <translation>
            <numerusform>%Ln Foto mit Label fehlt oder ist nicht mehr in der Bibliothek; daraus wurde nicht gelernt.</numerusform>
            <numerusform>%Ln Fotos mit Label fehlen oder sind nicht mehr in der Bibliothek; daraus wurde nicht gelernt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln labelled photo(s) have not been looked at by {space} yet, and are not learned from.</source>
        <translation>
            <numerusform>%Ln Foto mit Label wurde noch nicht nach {space} betrachtet; daraus wurde nicht gelernt.</numerusform>
            <numerusform>%Ln Fotos mit Label wurden noch nicht nach {space} betrachtet; daraus wurde nicht gelernt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln photo(s) have both “{one}” and “{other}”, which otherwise exclude each other.</source>
        <translation>
            <numerusform>%Ln Foto hat sowohl „{one}“ als auch „{other}“, die sich sonst ausschließen.</numerusform>
            <numerusform>%Ln Fotos haben sowohl „{one}“ als auch „{other}“, die sich sonst ausschließen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln set(s) of photos look the same and have different labels.</source>
        <translation>
            <numerusform>In %Ln Gruppe gleich aussehender Fotos sind die Labels verschieden.</numerusform>
            <numerusform>In %Ln Gruppen gleich aussehender Fotos sind die Labels verschieden.</numerusform>
        </translation>
    </message>
    <message>
        <source>With so many labels these would take too long and were left out: {methods}.</source>
        <translation>Bei so vielen Labels hätten diese zu lange gedauert und wurden ausgelassen: {methods}.</translation>
    </message>
    <message numerus="yes">
        <source>{examples} examples of %Ln label(s)</source>
        <translation>
            <numerusform>{examples} Beispiele für %Ln Label</numerusform>
            <numerusform>{examples} Beispiele für %Ln Labels</numerusform>
        </translation>
    </message>
    <message>
        <source>{others} photos stand for “none of these”</source>
        <translation>{others} Fotos stehen für „keines davon“</translation>
    </message>
    <message>
        <source>none of these</source>
        <translation>keines davon</translation>
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
    <name>TransferWords</name>
    <message numerus="yes">
        <source>%Ln label(s)</source>
        <translation>
            <numerusform>%Ln Label</numerusform>
            <numerusform>%Ln Labels</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln photo(s) get {labels}</source>
        <translation>
            <numerusform>%Ln Foto bekommt {labels}</numerusform>
            <numerusform>%Ln Fotos bekommen {labels}</numerusform>
        </translation>
    </message>
    <message>
        <source>No photo gets a label that it does not have</source>
        <translation>Kein Foto bekommt ein neues Label</translation>
    </message>
    <message numerus="yes">
        <source>Give %Ln Label(s)</source>
        <translation>
            <numerusform>%Ln Label geben</numerusform>
            <numerusform>%Ln Labels geben</numerusform>
        </translation>
    </message>
    <message>
        <source>Give</source>
        <translation>Geben</translation>
    </message>
    <message numerus="yes">
        <source>%Ln without a photo in the library: {few}</source>
        <translation>
            <numerusform>%Ln ohne Foto in der Bibliothek: {few}</numerusform>
            <numerusform>%Ln ohne Foto in der Bibliothek: {few}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) cannot be read now.</source>
        <translation>
            <numerusform>%Ln Datei ist gerade nicht lesbar.</numerusform>
            <numerusform>%Ln Dateien sind gerade nicht lesbar.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln label(s) are new.</source>
        <translation>
            <numerusform>%Ln Label ist neu.</numerusform>
            <numerusform>%Ln Labels sind neu.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln time(s) a photo has its label already.</source>
        <translation>
            <numerusform>%Ln Mal hat ein Foto sein Label schon.</numerusform>
            <numerusform>%Ln Mal hat ein Foto sein Label schon.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln photo(s) have nothing to make a label of.</source>
        <translation>
            <numerusform>%Ln Foto hat nichts, woraus ein Label werden kann.</numerusform>
            <numerusform>%Ln Fotos haben nichts, woraus ein Label werden kann.</numerusform>
        </translation>
    </message>
    <message>
        <source>“{name}”: {reason}</source>
        <translation>„{name}“: {reason}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln photo(s) were given {labels}.</source>
        <translation>
            <numerusform>%Ln Foto bekam {labels}.</numerusform>
            <numerusform>%Ln Fotos bekamen {labels}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Giving {labels}</source>
        <translation>{labels} geben</translation>
    </message>
    <message numerus="yes">
        <source>%Ln sidecar(s) cannot be written.</source>
        <translation>
            <numerusform>%Ln Begleitdatei lässt sich nicht schreiben.</numerusform>
            <numerusform>%Ln Begleitdateien lassen sich nicht schreiben.</numerusform>
        </translation>
    </message>
    <message>
        <source>The photos themselves stay as they are.</source>
        <translation>Die Fotos selbst bleiben, wie sie sind.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln sidecar(s) tell the labels already.</source>
        <translation>
            <numerusform>%Ln Begleitdatei nennt die Labels schon.</numerusform>
            <numerusform>%Ln Begleitdateien nennen die Labels schon.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Write labels to %Ln sidecar(s)</source>
        <translation>
            <numerusform>Labels in %Ln Begleitdatei schreiben</numerusform>
            <numerusform>Labels in %Ln Begleitdateien schreiben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Write %Ln Sidecar(s)</source>
        <translation>
            <numerusform>%Ln Begleitdatei schreiben</numerusform>
            <numerusform>%Ln Begleitdateien schreiben</numerusform>
        </translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Gets more</source>
        <translation>Bekommt mehr</translation>
    </message>
    <message>
        <source>Tells them already</source>
        <translation>Nennt sie schon</translation>
    </message>
    <message>
        <source>Cannot be written</source>
        <translation>Nicht schreibbar</translation>
    </message>
    <message>
        <source>Not understood</source>
        <translation>Nicht verständlich</translation>
    </message>
    <message numerus="yes">
        <source>%Ln sidecar(s) written.</source>
        <translation>
            <numerusform>%Ln Begleitdatei geschrieben.</numerusform>
            <numerusform>%Ln Begleitdateien geschrieben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sidecar(s) are as they were.</source>
        <translation>
            <numerusform>%Ln Begleitdatei ist wieder, wie sie war.</numerusform>
            <numerusform>%Ln Begleitdateien sind wieder, wie sie waren.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln were left: {reason}</source>
        <translation>
            <numerusform>%Ln blieb, wie sie ist: {reason}</numerusform>
            <numerusform>%Ln blieben, wie sie sind: {reason}</numerusform>
        </translation>
    </message>
    <message>
        <source>It was stopped before the end.</source>
        <translation>Vor dem Ende wurde abgebrochen.</translation>
    </message>
    <message numerus="yes">
        <source>Writing %Ln Sidecar(s)</source>
        <translation>
            <numerusform>%Ln Begleitdatei schreiben</numerusform>
            <numerusform>%Ln Begleitdateien schreiben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The labels of %Ln photo(s) were written to {name}.</source>
        <translation>
            <numerusform>Die Labels von %Ln Foto wurden in {name} geschrieben.</numerusform>
            <numerusform>Die Labels von %Ln Fotos wurden in {name} geschrieben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{name} holds %Ln label(s), {photos} labelled photos and {searches} saved searches.</source>
        <translation>
            <numerusform>{name} enthält %Ln Label, {photos} Fotos mit Label und {searches} gespeicherte Suchen.</numerusform>
            <numerusform>{name} enthält %Ln Labels, {photos} Fotos mit Label und {searches} gespeicherte Suchen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Brought in: %Ln label(s), given {count} times.</source>
        <translation>
            <numerusform>Eingelesen: %Ln Label, {count} Mal gegeben.</numerusform>
            <numerusform>Eingelesen: %Ln Labels, {count} Mal gegeben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln saved search(es).</source>
        <translation>
            <numerusform>%Ln gespeicherte Suche.</numerusform>
            <numerusform>%Ln gespeicherte Suchen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln photo(s) are not in the library yet; their labels wait for them.</source>
        <translation>
            <numerusform>%Ln Foto ist noch nicht in der Bibliothek; seine Labels warten darauf.</numerusform>
            <numerusform>%Ln Fotos sind noch nicht in der Bibliothek; ihre Labels warten darauf.</numerusform>
        </translation>
    </message>
    <message>
        <source>Restoring</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>“{name}” comes without the key {key}: it is taken.</source>
        <translation>„{name}“ kommt ohne die Taste {key}: Sie ist vergeben.</translation>
    </message>
    <message numerus="yes">
        <source>A label was rejected here %Ln time(s) where the file gives it.</source>
        <translation>
            <numerusform>%Ln Mal wurde hier ein Label abgelehnt, das die Datei gibt.</numerusform>
            <numerusform>%Ln Mal wurde hier ein Label abgelehnt, das die Datei gibt.</numerusform>
        </translation>
    </message>
    <message>
        <source>The folder {folder} is not here.</source>
        <translation>Der Ordner {folder} ist nicht hier.</translation>
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
    <name>WhyLabelPage</name>
    <message>
        <source>Why This Label?</source>
        <translation>Warum dieses Label?</translation>
    </message>
    <message>
        <source>Back (Esc)</source>
        <translation>Zurück (Esc)</translation>
    </message>
    <message>
        <source>What speaks for “{label}”?</source>
        <translation>Was spricht für „{label}“?</translation>
    </message>
</context>
<context>
    <name>WhyLabelWords</name>
    <message>
        <source>Parts {cells}, constant {bias}: score {score}</source>
        <translation>Teile {cells}, Konstante {bias}: Wert {score}</translation>
    </message>
    <message>
        <source>{count} of the {total} nearest examples have the label</source>
        <translation>{count} der {total} nächsten Beispiele haben das Label</translation>
    </message>
    <message>
        <source>{value} of {score}</source>
        <translation>{value} von {score}</translation>
    </message>
    <message>
        <source>{value} without this part</source>
        <translation>{value} ohne diesen Teil</translation>
    </message>
    <message>
        <source>none of these</source>
        <translation>keines davon</translation>
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
    <name>WhyPanel</name>
    <message>
        <source>What a part of the photo adds to the label&apos;s score (H: as cells, or none)</source>
        <translation>Was ein Teil des Fotos zum Wert des Labels beiträgt (H: als Zellen oder gar nicht)</translation>
    </message>
    <message>
        <source>The examples that decide</source>
        <translation>Die Beispiele, die entscheiden</translation>
    </message>
    <message>
        <source>Looking for what speaks for it…</source>
        <translation>Es wird gesucht, was dafür spricht&#xa0;…</translation>
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
    <name>WorkBar</name>
    <message>
        <source>Stop</source>
        <translation>Abbrechen</translation>
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
        <source>Every pixel, 1:1 (Z)</source>
        <translation>Jedes Pixel, 1:1 (Z)</translation>
    </message>
    <message>
        <source>Fit · {scale}</source>
        <translation>Eingepasst · {scale}</translation>
    </message>
</context>
<context>
    <name>_Chip</name>
    <message>
        <source>Show the photos labelled “{name}”; the cross takes it off this one</source>
        <translation>Die Fotos mit „{name}“ zeigen; das Kreuz entfernt es von diesem</translation>
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
        <source>Labels</source>
        <translation>Labels</translation>
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
        <source>Gathering examples</source>
        <translation>Beispiele werden gesammelt</translation>
    </message>
    <message>
        <source>Comparing methods</source>
        <translation>Methoden werden verglichen</translation>
    </message>
    <message>
        <source>Looking at labelled photos</source>
        <translation>Fotos mit Label werden betrachtet</translation>
    </message>
    <message>
        <source>Comparing layers</source>
        <translation>Schichten werden verglichen</translation>
    </message>
    <message>
        <source>Counting neighbors</source>
        <translation>Die Zahl der Nachbarn wird verglichen</translation>
    </message>
    <message>
        <source>Learning from fewer examples</source>
        <translation>Aus weniger Beispielen wird gelernt</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>cosine</source>
        <translation>Kosinus</translation>
    </message>
    <message>
        <source>100 trees</source>
        <translation>100 Bäume</translation>
    </message>
    <message>
        <source>There are too few labelled photos to learn from.</source>
        <translation>Es gibt zu wenige Fotos mit Label, um daraus zu lernen.</translation>
    </message>
    <message>
        <source>Give at least two labels to three photos each that are not copies of each other.</source>
        <translation>Mindestens zwei Labels je drei Fotos geben, die keine Kopien voneinander sind.</translation>
    </message>
    <message>
        <source>Layers are compared by how well they tell two labels or more from each other.</source>
        <translation>Schichten werden danach verglichen, wie gut sie mindestens zwei Labels unterscheiden.</translation>
    </message>
    <message>
        <source>Give a second label to three photos.</source>
        <translation>Drei Fotos ein zweites Label geben.</translation>
    </message>
    <message>
        <source>None of the labelled photos can be looked at now.</source>
        <translation>Keines der Fotos mit Label lässt sich gerade betrachten.</translation>
    </message>
    <message>
        <source>Bring their files back.</source>
        <translation>Ihre Dateien zurückbringen.</translation>
    </message>
    <message>
        <source>There are too few labels to judge by.</source>
        <translation>Es gibt zu wenige Labels, um danach zu urteilen.</translation>
    </message>
    <message>
        <source>Give at least two labels to two photos each; photos with several do not count.</source>
        <translation>Mindestens zwei Labels je zwei Fotos geben; Fotos mit mehreren zählen nicht.</translation>
    </message>
    <message>
        <source>This label is not taught: it was deleted, or photos have only labels inside of it.</source>
        <translation>Dieses Label wird nicht angelernt: Es wurde gelöscht, oder Fotos haben nur Labels darin.</translation>
    </message>
    <message>
        <source>Another network, or a newer version of the program, looks at the photos since the labels were taught. Teach again to choose anew.</source>
        <translation>Seit dem Anlernen betrachtet ein anderes Netz oder eine neuere Version des Programms die Fotos. Neu anlernen, um neu zu wählen.</translation>
    </message>
    <message>
        <source>Labels that were taught are gone or have too few examples now. Teach again to choose anew.</source>
        <translation>Angelernte Labels sind nicht mehr da oder haben zu wenige Beispiele. Neu anlernen, um neu zu wählen.</translation>
    </message>
    <message>
        <source>The examples have changed a lot since the labels were taught. Teach again to choose anew.</source>
        <translation>Die Beispiele haben sich seit dem Anlernen stark verändert. Neu anlernen, um neu zu wählen.</translation>
    </message>
    <message>
        <source>Its file was changed since it was brought in: the parts are those of the file now.</source>
        <translation>Die Datei wurde seit dem Import geändert: Die Teile sind die der jetzigen Datei.</translation>
    </message>
    <message>
        <source>Exact: the parts of the picture and a constant sum to the score of the label.</source>
        <translation>Exakt: Die Teile des Bildes und eine Konstante ergeben zusammen den Wert des Labels.</translation>
    </message>
    <message>
        <source>The nearest examples vote, the nearer the more.</source>
        <translation>Die nächsten Beispiele stimmen ab, nähere zählen mehr.</translation>
    </message>
    <message>
        <source>Approximate: a part counts by how much the probability falls when it is painted over, so the parts do not sum to it. Beside it are the nearest examples with the label and without it.</source>
        <translation>Angenähert: Ein Teil zählt so viel, wie die Wahrscheinlichkeit sinkt, wenn er übermalt wird; die Teile ergeben sie zusammen nicht. Daneben die nächsten Beispiele mit dem Label und ohne.</translation>
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
        <source>a label that you gave, such as label:boots, or label:none</source>
        <translation>ein gegebenes Label, etwa label:stiefel, oder label:none</translation>
    </message>
    <message>
        <source>in a living album, such as album:boots</source>
        <translation>in einem mitwachsenden Album, etwa album:stiefel</translation>
    </message>
    <message>
        <source>without any label</source>
        <translation>ohne Label</translation>
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
    <message>
        <source>This label was deleted.</source>
        <translation>Dieses Label wurde gelöscht.</translation>
    </message>
    <message>
        <source>Choose another one.</source>
        <translation>Bitte ein anderes wählen.</translation>
    </message>
    <message>
        <source>A label needs a name.</source>
        <translation>Ein Label braucht einen Namen.</translation>
    </message>
    <message>
        <source>The name of a label cannot have a &quot;/&quot; in it.</source>
        <translation>Im Namen eines Labels kann kein „/“ stehen.</translation>
    </message>
    <message>
        <source>It stands between nested labels.</source>
        <translation>Es steht zwischen verschachtelten Labels.</translation>
    </message>
    <message>
        <source>The name of a label has to be one line of plain text.</source>
        <translation>Der Name eines Labels ist eine Zeile aus einfachem Text.</translation>
    </message>
    <message>
        <source>The key of a label is one of 1 to 9.</source>
        <translation>Die Taste eines Labels ist eine von 1 bis 9.</translation>
    </message>
    <message>
        <source>It was changed since, and is left as it is.</source>
        <translation>Sie wurde seitdem geändert und bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>Its folder is not there.</source>
        <translation>Ihr Ordner ist nicht da.</translation>
    </message>
    <message>
        <source>It may not be changed, or its folder may not.</source>
        <translation>Sie oder ihr Ordner darf nicht geändert werden.</translation>
    </message>
    <message>
        <source>Other sidecars were written since: these cannot be taken back.</source>
        <translation>Seitdem wurden andere Begleitdateien geschrieben: Diese lassen sich nicht zurücknehmen.</translation>
    </message>
    <message>
        <source>It is a link, and is left as it is.</source>
        <translation>Sie ist ein Verweis und bleibt, wie sie ist.</translation>
    </message>
</context>
</TS>

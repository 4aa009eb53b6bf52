<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AuditCommand</name>
    <message>
        <source>Write what was written for everybody to a file, .csv or .json.</source>
        <translation>Was für alle geschrieben wurde, in eine Datei schreiben, .csv oder .json.</translation>
    </message>
    <message>
        <source>FILE</source>
        <translation>DATEI</translation>
    </message>
    <message>
        <source>With --export: from this day or moment on (ISO 8601, UTC).</source>
        <translation>Mit --export: ab diesem Tag oder Zeitpunkt (ISO 8601, UTC).</translation>
    </message>
    <message>
        <source>TIME</source>
        <translation>ZEIT</translation>
    </message>
    <message>
        <source>With --export: up to and with this day, or before this moment (ISO 8601, UTC).</source>
        <translation>Mit --export: bis einschließlich dieses Tages oder vor diesem Zeitpunkt (ISO 8601, UTC).</translation>
    </message>
    <message>
        <source>With --export: only this person, by key.</source>
        <translation>Mit --export: nur diese Person, nach Schlüssel.</translation>
    </message>
    <message>
        <source>KEY</source>
        <translation>SCHLÜSSEL</translation>
    </message>
    <message>
        <source>With --export: only this store.</source>
        <translation>Mit --export: nur dieser Speicher.</translation>
    </message>
    <message>
        <source>NAME</source>
        <translation>NAME</translation>
    </message>
    <message>
        <source>With --export: only what ended so.</source>
        <translation>Mit --export: nur was so ausging.</translation>
    </message>
    <message>
        <source>OUTCOME</source>
        <translation>AUSGANG</translation>
    </message>
    <message>
        <source>history --export takes nobody; --person names one.</source>
        <translation>history --export nimmt keine Person; --person nennt eine.</translation>
    </message>
    <message>
        <source>--export takes a file that ends in .csv or .json.</source>
        <translation>--export erwartet eine Datei, die auf .csv oder .json endet.</translation>
    </message>
    <message>
        <source>--outcome takes started, written, verified, failed, conflict or cancelled.</source>
        <translation>--outcome erwartet started, written, verified, failed, conflict oder cancelled.</translation>
    </message>
    <message>
        <source>%1 takes a day (2026-11-22) or a moment (2026-11-22T14:20:00Z).</source>
        <extracomment>%1 is an option such as --since.</extracomment>
        <translation>%1 erwartet einen Tag (2026-11-22) oder einen Zeitpunkt (2026-11-22T14:20:00Z).</translation>
    </message>
    <message>
        <source>Exporting… %1 of %2</source>
        <extracomment>%1 is how many entries of the history were written to a file so far, %2 how many there are.</extracomment>
        <translation>Export … %1 von %2</translation>
    </message>
    <message>
        <source>Entries: %1. Written to %2.</source>
        <extracomment>%1 is how many entries of the history, %2 the name of a file.</extracomment>
        <translation>Einträge: %1. Geschrieben nach %2.</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>FILE</source>
        <extracomment>The name of an option&apos;s value in the help.</extracomment>
        <translation>DATEI</translation>
    </message>
    <message>
        <source>The organisation to work in (JSON, docs/organisation-file.md).</source>
        <translation>Die Organisation, in der gearbeitet wird (JSON, docs/organisation-file.md).</translation>
    </message>
    <message>
        <source>Where the history of uploads is kept; by default in the data directory.</source>
        <translation>Wo der Verlauf der Uploads liegt; sonst im Datenverzeichnis.</translation>
    </message>
    <message>
        <source>Answer with one JSON object on standard output.</source>
        <translation>Mit einem JSON-Objekt auf der Standardausgabe antworten (englisch).</translation>
    </message>
    <message>
        <source>Read the account&apos;s password from the first line of standard input.</source>
        <translation>Das Passwort des Kontos aus der ersten Zeile der Standardeingabe lesen.</translation>
    </message>
    <message>
        <source>Show how this is used.</source>
        <translation>Zeigen, wie das Programm benutzt wird.</translation>
    </message>
    <message>
        <source>Show the version.</source>
        <translation>Die Version zeigen.</translation>
    </message>
    <message>
        <source>Commands:</source>
        <translation>Befehle:</translation>
    </message>
    <message>
        <source>Likeness: from a picture to the photos an organisation shows of a person.</source>
        <translation>Likeness: vom Bild zu den Fotos, die eine Organisation von einer Person zeigt.</translation>
    </message>
    <message>
        <source>What to do.</source>
        <translation>Was zu tun ist.</translation>
    </message>
    <message>
        <source>COMMAND …</source>
        <translation>BEFEHL …</translation>
    </message>
    <message>
        <source>Which command?</source>
        <extracomment>%1 is what was typed where the name of a command is expected.</extracomment>
        <translation>Welcher Befehl?</translation>
    </message>
    <message>
        <source>There is no command “%1”.</source>
        <translation>Den Befehl „%1“ gibt es nicht.</translation>
    </message>
</context>
<context>
    <name>ExportCommand</name>
    <message>
        <source>Copy photos out of the stores into a dated folder with a manifest.</source>
        <translation>Kopiert Fotos aus den Speicherorten in einen Ordner mit Datum und Verzeichnis.</translation>
    </message>
    <message>
        <source>Where the dated folder is made.</source>
        <translation>Wo der Ordner mit Datum angelegt wird.</translation>
    </message>
    <message>
        <source>FOLDER</source>
        <translation>ORDNER</translation>
    </message>
    <message>
        <source>Only this person; may be given again.</source>
        <translation>Nur diese Person; mehrfach möglich.</translation>
    </message>
    <message>
        <source>PERSON</source>
        <translation>PERSON</translation>
    </message>
    <message>
        <source>Only out of this store; may be given again.</source>
        <translation>Nur aus diesem Speicherort; mehrfach möglich.</translation>
    </message>
    <message>
        <source>NAME</source>
        <translation>NAME</translation>
    </message>
    <message>
        <source>export takes one folder.</source>
        <translation>export braucht einen Ordner.</translation>
    </message>
    <message>
        <source>Exporting… %1</source>
        <extracomment>%1 is how many photos were looked for so far.</extracomment>
        <translation>Exportieren … %1</translation>
    </message>
    <message>
        <source>People: %1. Photos: %2. No photo: %3.</source>
        <extracomment>%1 is how many people, %2 how many photos were copied, %3 how many times a store had none.</extracomment>
        <translation>Personen: %1. Fotos: %2. Ohne Foto: %3.</translation>
    </message>
</context>
<context>
    <name>HistoryCommand</name>
    <message>
        <source>Key, address, UPN or DN of the person.</source>
        <translation>Schlüssel, Adresse, UPN oder DN der Person.</translation>
    </message>
    <message>
        <source>Nothing was written for %1 yet.</source>
        <extracomment>%1 is a person&apos;s name.</extracomment>
        <translation>Für %1 wurde noch nichts geschrieben.</translation>
    </message>
    <message>
        <source>uploaded</source>
        <extracomment>What was done with a photo, one word.</extracomment>
        <translation>hochgeladen</translation>
    </message>
    <message>
        <source>restored</source>
        <translation>wiederhergestellt</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>entfernt</translation>
    </message>
    <message>
        <source>not known how it ended</source>
        <extracomment>How an upload ended, a few words.</extracomment>
        <translation>Ausgang unbekannt</translation>
    </message>
    <message>
        <source>written, not read back</source>
        <translation>geschrieben, nicht zurückgelesen</translation>
    </message>
    <message>
        <source>written and read back</source>
        <translation>geschrieben und zurückgelesen</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>somebody else had written; nothing was overwritten</source>
        <translation>jemand anderes hatte geschrieben; nichts wurde überschrieben</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>the new photo stands there</source>
        <extracomment>How a write ended that was cut short.</extracomment>
        <translation>das neue Foto steht dort</translation>
    </message>
    <message>
        <source>the new photo does not stand there</source>
        <extracomment>How a write ended that was cut short.</extracomment>
        <translation>das neue Foto steht nicht dort</translation>
    </message>
    <message>
        <source>the new photo stands there, but not in all sizes; restore, then upload again</source>
        <extracomment>How a write ended that was cut short.</extracomment>
        <translation>das neue Foto steht dort, aber nicht in allen Größen; zurücknehmen (restore), dann erneut hochladen</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>aufbewahrt</translation>
    </message>
    <message>
        <source>Show what was written for a person, newest first, or export what was for all.</source>
        <translation>Zeigt, was für eine Person geschrieben wurde, das Neueste zuerst, oder exportiert es für alle.</translation>
    </message>
    <message>
        <source>[PERSON]</source>
        <translation>[PERSON]</translation>
    </message>
    <message>
        <source>history takes one person, or --export FILE.</source>
        <translation>history erwartet eine Person oder --export DATEI.</translation>
    </message>
    <message>
        <source>%1 goes with --export.</source>
        <extracomment>%1 is an option such as --since.</extracomment>
        <translation>%1 gehört zu --export.</translation>
    </message>
</context>
<context>
    <name>ImportCommand</name>
    <message>
        <source>--%1 takes the number of an import; --runs lists them.</source>
        <extracomment>%1 is the name of an option.</extracomment>
        <translation>--%1 nimmt die Nummer eines Imports; --runs zählt sie auf.</translation>
    </message>
    <message>
        <source>import takes a folder or CSV, or one of --resume, --undo, --retry and --runs.</source>
        <translation>import nimmt einen Ordner oder eine CSV-Datei, oder eins von --resume, --undo, --retry und --runs.</translation>
    </message>
    <message>
        <source>Make photos of a folder of pictures and write them for the people they are of.</source>
        <translation>Macht Fotos aus einem Ordner von Bildern und schreibt sie für die Personen, die sie zeigen.</translation>
    </message>
    <message>
        <source>A folder of pictures, or a CSV with the columns file and person.</source>
        <translation>Ein Ordner von Bildern oder eine CSV-Datei mit den Spalten file und person.</translation>
    </message>
    <message>
        <source>FOLDER|CSV</source>
        <translation>ORDNER|CSV</translation>
    </message>
    <message>
        <source>How the files are named; alternatives are parted by |.</source>
        <translation>Wie die Dateien heißen; Möglichkeiten durch | getrennt.</translation>
    </message>
    <message>
        <source>PATTERN</source>
        <translation>MUSTER</translation>
    </message>
    <message>
        <source>A store to write to; may be given again. By default all.</source>
        <translation>Ein Speicherort, in den geschrieben wird; mehrfach möglich. Sonst alle.</translation>
    </message>
    <message>
        <source>NAME</source>
        <translation>NAME</translation>
    </message>
    <message>
        <source>Only people who have no photo in any of the stores.</source>
        <translation>Nur Personen, die in keinem der Speicherorte ein Foto haben.</translation>
    </message>
    <message>
        <source>Say what would be done, and write nothing.</source>
        <translation>Sagt, was geschehen würde, und schreibt nichts.</translation>
    </message>
    <message>
        <source>Write a report of every row: .csv or .html.</source>
        <translation>Schreibt einen Bericht über jede Zeile: .csv oder .html.</translation>
    </message>
    <message>
        <source>FILE</source>
        <translation>DATEI</translation>
    </message>
    <message>
        <source>Do not ask before writing.</source>
        <translation>Fragt vor dem Schreiben nicht.</translation>
    </message>
    <message>
        <source>Go on with an import that was paused or cut short.</source>
        <translation>Setzt einen Import fort, der angehalten oder abgebrochen wurde.</translation>
    </message>
    <message>
        <source>RUN</source>
        <translation>IMPORT</translation>
    </message>
    <message>
        <source>Put back what stood there before an import.</source>
        <translation>Stellt wieder her, was vor einem Import da war.</translation>
    </message>
    <message>
        <source>Try the rows of an import again that failed.</source>
        <translation>Versucht die Zeilen eines Imports noch einmal, die fehlschlugen.</translation>
    </message>
    <message>
        <source>List the imports there were, newest first.</source>
        <translation>Zählt die bisherigen Importe auf, den neuesten zuerst.</translation>
    </message>
    <message>
        <source>import takes one folder or CSV.</source>
        <translation>import nimmt einen Ordner oder eine CSV-Datei.</translation>
    </message>
    <message>
        <source>Import %1</source>
        <translation>Import %1</translation>
    </message>
    <message>
        <source>Pausing; what is being written is finished first.</source>
        <translation>Wird angehalten; was gerade geschrieben wird, wird noch fertig.</translation>
    </message>
    <message>
        <source>Finding out how a write ended that was cut short…</source>
        <translation>Herausfinden, wie ein abgebrochenes Schreiben ausging …</translation>
    </message>
    <message>
        <source>Looking at %1 of %2…</source>
        <extracomment>How far an import is looked at: %1 of %2 rows.</extracomment>
        <translation>Ansehen: %1 von %2 …</translation>
    </message>
    <message>
        <source>Listing the pictures…</source>
        <translation>Bilder auflisten …</translation>
    </message>
    <message numerus="yes">
        <source>Write the photos of %n people?</source>
        <extracomment>A question before an import: %n is how many people get a photo.</extracomment>
        <translation>
            <numerusform>Das Foto von %n Person schreiben?</numerusform>
            <numerusform>Die Fotos von %n Personen schreiben?</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was written. (--yes imports without asking.)</source>
        <translation>Es wurde nichts geschrieben. (--yes importiert ohne Frage.)</translation>
    </message>
    <message>
        <source>This is import %1.</source>
        <extracomment>%1 is the number of an import.</extracomment>
        <translation>Dies ist Import %1.</translation>
    </message>
    <message>
        <source>%1 done, %2 to do, %3 failed…</source>
        <extracomment>How far an import is: %1 rows done, %2 still to do, %3 failed.</extracomment>
        <translation>%1 fertig, %2 offen, %3 fehlgeschlagen …</translation>
    </message>
    <message>
        <source>Paused. It goes on with: %1</source>
        <extracomment>%1 is a command.</extracomment>
        <translation>Angehalten. Weiter geht es mit: %1</translation>
    </message>
    <message>
        <source>Nothing was imported yet.</source>
        <translation>Es wurde noch nichts importiert.</translation>
    </message>
    <message>
        <source>Write what this account may not write itself to a new folder, with scripts for somebody who may.</source>
        <translation>Was dieses Konto nicht selbst schreiben darf, in einen neuen Ordner legen, mit Skripten für jemanden, der es darf.</translation>
    </message>
    <message>
        <source>FOLDER</source>
        <translation>ORDNER</translation>
    </message>
    <message>
        <source>There is nothing to hand over: this account may write everything.</source>
        <translation>Es gibt nichts zu übergeben: Dieses Konto darf alles schreiben.</translation>
    </message>
    <message>
        <source>Writing the handover…</source>
        <translation>Die Übergabe wird geschrieben …</translation>
    </message>
    <message>
        <source>Photos for somebody with the right: %1. What to do with them stands in %2.</source>
        <extracomment>%1 is how many photos, %2 the path of a folder.</extracomment>
        <translation>Fotos für jemanden mit dem Recht: %1. Was damit zu tun ist, steht in %2.</translation>
    </message>
    <message>
        <source>There is no script for %1.</source>
        <extracomment>%1 is a person&apos;s key and the title of a store, or what went wrong.</extracomment>
        <translation>Für %1 gibt es kein Skript.</translation>
    </message>
</context>
<context>
    <name>Output</name>
    <message>
        <source>[y/N]</source>
        <extracomment>After a question on the terminal; the letter in capitals is the answer when only Return is pressed.</extracomment>
        <translation>[j/N]</translation>
    </message>
    <message>
        <source>y</source>
        <extracomment>The first letter of &quot;yes&quot;, as it is typed after [y/N].</extracomment>
        <translation>j</translation>
    </message>
    <message>
        <source>Details: %1</source>
        <extracomment>%1 is technical English, for an administrator.</extracomment>
        <translation>Details: %1</translation>
    </message>
    <message>
        <source>Try “%1 --help”.</source>
        <extracomment>%1 is the name of the program.</extracomment>
        <translation>Hilfe zeigt „%1 --help“.</translation>
    </message>
</context>
<context>
    <name>OverviewCommand</name>
    <message>
        <source>Tell how everybody stood when they were scanned last; write reports.</source>
        <translation>Sagt, wie es bei der letzten Durchsicht um alle stand; schreibt Berichte.</translation>
    </message>
    <message>
        <source>Only people in this state; may be given again.</source>
        <translation>Nur Personen in diesem Zustand; mehrfach möglich.</translation>
    </message>
    <message>
        <source>STATE</source>
        <translation>ZUSTAND</translation>
    </message>
    <message>
        <source>By the state of this workload, not overall.</source>
        <translation>Nach dem Zustand dieses Dienstes statt insgesamt.</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>KENNUNG</translation>
    </message>
    <message>
        <source>Beginnings of name, mail or department.</source>
        <translation>Anfänge von Name, Adresse oder Abteilung.</translation>
    </message>
    <message>
        <source>WORDS</source>
        <translation>WORTE</translation>
    </message>
    <message>
        <source>Only people without any photo.</source>
        <translation>Nur Personen ganz ohne Foto.</translation>
    </message>
    <message>
        <source>Only people whose last write failed.</source>
        <translation>Nur Personen, deren letztes Schreiben fehlschlug.</translation>
    </message>
    <message>
        <source>How many to list at most, 0 to 10000.</source>
        <translation>Wie viele höchstens aufgezählt werden, 0 bis 10000.</translation>
    </message>
    <message>
        <source>NUMBER</source>
        <translation>ZAHL</translation>
    </message>
    <message>
        <source>Write everybody to a file for spreadsheets.</source>
        <translation>Schreibt alle in eine Datei für Tabellenprogramme.</translation>
    </message>
    <message>
        <source>FILE</source>
        <translation>DATEI</translation>
    </message>
    <message>
        <source>Write a report to read and print, with the trend.</source>
        <translation>Schreibt einen Bericht zum Lesen und Drucken, mit dem Verlauf.</translation>
    </message>
    <message>
        <source>overview takes options only.</source>
        <translation>overview nimmt nur Optionen.</translation>
    </message>
    <message>
        <source>There is no state “%1”; see docs/cli.md.</source>
        <extracomment>%1 is what was typed.</extracomment>
        <translation>Es gibt keinen Zustand „%1“; siehe docs/cli.md.</translation>
    </message>
    <message>
        <source>--limit takes a number from 0 to 10000.</source>
        <translation>--limit nimmt eine Zahl von 0 bis 10000.</translation>
    </message>
    <message>
        <source>The ledger</source>
        <translation>Der Verlauf</translation>
    </message>
    <message>
        <source>There is no workload “%1” here.</source>
        <extracomment>%1 is what was typed.</extracomment>
        <translation>Hier gibt es keinen Dienst „%1“.</translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n Person</numerusform>
            <numerusform>%n Personen</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody. Has a scan been run? “likeness-cli scan” does it.</source>
        <translation>Niemand. Gab es schon eine Durchsicht? „likeness-cli scan“ macht sie.</translation>
    </message>
</context>
<context>
    <name>PeopleCommand</name>
    <message>
        <source>Find people by the beginning of a name, key or address.</source>
        <translation>Personen nach dem Anfang von Name, Schlüssel oder Adresse suchen.</translation>
    </message>
    <message>
        <source>The words to look for.</source>
        <translation>Die gesuchten Wörter.</translation>
    </message>
    <message>
        <source>QUERY</source>
        <translation>SUCHE</translation>
    </message>
    <message>
        <source>How many at most, 1 to 500.</source>
        <translation>Wie viele höchstens, 1 bis 500.</translation>
    </message>
    <message>
        <source>NUMBER</source>
        <translation>ZAHL</translation>
    </message>
    <message>
        <source>people takes the words to look for.</source>
        <translation>people erwartet die gesuchten Wörter.</translation>
    </message>
    <message>
        <source>--limit takes a number from 1 to 500.</source>
        <translation>--limit erwartet eine Zahl von 1 bis 500.</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Suche läuft…</translation>
    </message>
    <message>
        <source>Nobody&apos;s name, key or address begins with “%1”.</source>
        <translation>Kein Name, Schlüssel und keine Adresse beginnt mit „%1“.</translation>
    </message>
    <message>
        <source>There are more; say more of the name, or give a larger --limit.</source>
        <translation>Es gibt weitere. Geben Sie mehr vom Namen an oder ein größeres --limit.</translation>
    </message>
    <message>
        <source>Directory</source>
        <translation>Verzeichnis</translation>
    </message>
</context>
<context>
    <name>PeopleTexts</name>
    <message>
        <source>%1. People known only to %2 are missing here.</source>
        <extracomment>%1 is a short sentence such as &quot;Exchange cannot be reached&quot;, %2 the title of a directory</extracomment>
        <translation>%1. Personen, die nur %2 kennt, fehlen hier.</translation>
    </message>
    <message>
        <source>%1 has not answered yet; people known only there come as soon as it does.</source>
        <extracomment>%1 is the title of a directory of people</extracomment>
        <translation>%1 hat noch nicht geantwortet; Personen, die nur dort bekannt sind, kommen mit der Antwort.</translation>
    </message>
    <message>
        <source>Too many people fit to add those known only to %1. Type more of the name.</source>
        <extracomment>%1 is the title of a directory of people</extracomment>
        <translation>Zu viele Personen passen, um die hinzuzufügen, die nur %1 kennt. Geben Sie mehr vom Namen ein.</translation>
    </message>
    <message>
        <source>Two accounts share %1: this one and that of %2 in %3. Their ids differ, so they are listed apart.</source>
        <extracomment>%1 is an address, %2 a name, %3 the title of a directory</extracomment>
        <translation>Zwei Konten teilen sich %1: dieses und das von %2 in %3. Ihre Kennungen sind verschieden, darum stehen sie getrennt.</translation>
    </message>
    <message>
        <source>%2 in %3 has %1 too, and more than one account would fit, so they are listed apart.</source>
        <extracomment>%1 is an address, %2 a name, %3 the title of a directory</extracomment>
        <translation>Auch %2 in %3 hat %1, und mehr als ein Konto würde passen; darum stehen sie getrennt.</translation>
    </message>
    <message>
        <source>%2 in %3 has %1 too.</source>
        <extracomment>%1 is an address, %2 a name, %3 the title of a directory</extracomment>
        <translation>Auch %2 in %3 hat %1.</translation>
    </message>
    <message>
        <source>the directory</source>
        <extracomment>Stands for a directory of people without a title</extracomment>
        <translation>das Verzeichnis</translation>
    </message>
    <message>
        <source>In %1, also in %2.</source>
        <extracomment>Where a person is known: %1 is one directory, %2 one or several others</extracomment>
        <translation>In %1, auch in %2.</translation>
    </message>
    <message>
        <source>In %1.</source>
        <extracomment>Where a person is known: %1 is the title of a directory</extracomment>
        <translation>In %1.</translation>
    </message>
</context>
<context>
    <name>PersonCommand</name>
    <message>
        <source>Looking for %1…</source>
        <extracomment>%1 is the name of a person as it was typed.</extracomment>
        <translation>Suche nach %1…</translation>
    </message>
    <message>
        <source>There is no store “%1” here. There are: %2.</source>
        <extracomment>%1 is what was typed, %2 the names of the stores there are, with commas.</extracomment>
        <translation>Den Speicherort „%1“ gibt es hier nicht. Es gibt: %2.</translation>
    </message>
    <message>
        <source>no photo</source>
        <extracomment>A store has no photo of the person.</extracomment>
        <translation>kein Foto</translation>
    </message>
    <message>
        <source>%1 × %2, %3 bytes</source>
        <extracomment>A photo in a store: %1 × %2 are its pixels, %3 its bytes.</extracomment>
        <translation>%1 × %2, %3 Bytes</translation>
    </message>
    <message>
        <source>Finding out how a write ended that was cut short…</source>
        <translation>Es wird festgestellt, wie ein abgebrochener Schreibvorgang endete …</translation>
    </message>
    <message>
        <source>Cut short at %1, %2, %3: %4.</source>
        <extracomment>A write that was cut short: %1 the time, %2 the title of a store, %3 a person, %4 how it ended.</extracomment>
        <translation>Abgebrochen um %1, %2, %3: %4.</translation>
    </message>
</context>
<context>
    <name>PhotoWords</name>
    <message>
        <source>No face was found; the square is in the middle.</source>
        <translation>Kein Gesicht gefunden. Das Quadrat liegt in der Mitte.</translation>
    </message>
    <message>
        <source>%1 faces were found; the largest is framed.</source>
        <extracomment>%1 is how many faces are in the picture, two or more.</extracomment>
        <translation>%1 Gesichter gefunden. Das größte ist eingerahmt.</translation>
    </message>
    <message>
        <source>The crop has %1 pixels; the largest size (%2) is enlarged ×%3.</source>
        <extracomment>%1 the crop&apos;s edge in pixels, %2 the largest size&apos;s, %3 a factor such as 1.4.</extracomment>
        <translation>Der Zuschnitt hat %1 Pixel. Die größte Größe (%2) wird ×%3 vergrößert.</translation>
    </message>
</context>
<context>
    <name>RecipeOptions</name>
    <message>
        <source>--crop takes X,Y,EDGE in pixels, such as 120,80,900; EDGE is at least %1.</source>
        <extracomment>%1 is a number of pixels.</extracomment>
        <translation>--crop erwartet X,Y,KANTE in Pixeln, etwa 120,80,900; KANTE ist mindestens %1.</translation>
    </message>
    <message>
        <source>--rotate takes 90, 180 or 270 (clockwise), or -90.</source>
        <translation>--rotate erwartet 90, 180 oder 270 (im Uhrzeigersinn) oder -90.</translation>
    </message>
    <message>
        <source>--straighten takes degrees from -15 to 15, positive is clockwise.</source>
        <translation>--straighten erwartet Grad von -15 bis 15, positiv ist im Uhrzeigersinn.</translation>
    </message>
    <message>
        <source>--budget takes EDGE=BYTES, such as 96=10240, with one of the nine sizes.</source>
        <translation>--budget erwartet KANTE=BYTES, etwa 96=10240, mit einer der neun Größen.</translation>
    </message>
    <message>
        <source>The square to keep, in pixels of the picture once turned; by default the largest in the middle.</source>
        <translation>Das Quadrat, das bleibt, in Pixeln des gedrehten Bildes; sonst das größte in der Mitte.</translation>
    </message>
    <message>
        <source>X,Y,EDGE</source>
        <translation>X,Y,KANTE</translation>
    </message>
    <message>
        <source>Frame the largest face instead.</source>
        <translation>Stattdessen das größte Gesicht einrahmen.</translation>
    </message>
    <message>
        <source>Turn clockwise by 90, 180 or 270 degrees.</source>
        <translation>Im Uhrzeigersinn um 90, 180 oder 270 Grad drehen.</translation>
    </message>
    <message>
        <source>DEGREES</source>
        <translation>GRAD</translation>
    </message>
    <message>
        <source>Mirror left and right, before turning.</source>
        <translation>Links und rechts vertauschen, vor dem Drehen.</translation>
    </message>
    <message>
        <source>Turn by up to 15 degrees to level the picture; positive is clockwise.</source>
        <translation>Um bis zu 15 Grad drehen, damit das Bild gerade steht; positiv ist im Uhrzeigersinn.</translation>
    </message>
    <message>
        <source>The most bytes one size may have (0 = no limit); may be given again. By default 96=10240 and 648=102400.</source>
        <translation>So viele Bytes darf eine Größe höchstens haben (0 = ohne Grenze); mehrfach möglich. Sonst 96=10240 und 648=102400.</translation>
    </message>
    <message>
        <source>EDGE=BYTES</source>
        <translation>KANTE=BYTES</translation>
    </message>
    <message>
        <source>Give either --crop or --face.</source>
        <translation>Geben Sie entweder --crop oder --face an.</translation>
    </message>
    <message>
        <source>The crop does not lie inside the picture (%1 × %2). Nearest: %3.</source>
        <extracomment>%1 × %2 is the size of the picture in pixels, %3 an X,Y,EDGE that would do.</extracomment>
        <translation>Der Zuschnitt liegt nicht im Bild (%1 × %2). Am nächsten: %3.</translation>
    </message>
</context>
<context>
    <name>RenderCommand</name>
    <message>
        <source>Make the nine sizes of a picture and write them to a folder.</source>
        <translation>Die neun Größen eines Bildes machen und in einen Ordner schreiben.</translation>
    </message>
    <message>
        <source>The picture to open.</source>
        <translation>Das Quellbild.</translation>
    </message>
    <message>
        <source>PICTURE</source>
        <translation>BILD</translation>
    </message>
    <message>
        <source>Where 48.jpg to 648.jpg are written.</source>
        <translation>Wohin 48.jpg bis 648.jpg geschrieben werden.</translation>
    </message>
    <message>
        <source>DIR</source>
        <translation>ORDNER</translation>
    </message>
    <message>
        <source>render takes one picture.</source>
        <translation>render erwartet ein Bild.</translation>
    </message>
    <message>
        <source>render needs --out, the folder to write to.</source>
        <translation>render braucht --out, den Ordner zum Schreiben.</translation>
    </message>
    <message>
        <source>Rendering %1…</source>
        <extracomment>%1 is the name of a file.</extracomment>
        <translation>%1 wird gerechnet…</translation>
    </message>
    <message>
        <source>%1 px  %2 bytes  quality %3</source>
        <extracomment>One size of a photo: %1 its edge in pixels, %2 its bytes, %3 its JPEG quality.</extracomment>
        <translation>%1 px  %2 Bytes  Qualität %3</translation>
    </message>
</context>
<context>
    <name>RestoreBackup</name>
    <message>
        <source>Writing back… %1 of %2</source>
        <extracomment>%1 of %2 photos</extracomment>
        <translation>Zurückschreiben … %1 von %2</translation>
    </message>
    <message>
        <source>Written: %1. There already: %2. Failed: %3.</source>
        <extracomment>%1 is how many photos were written, %2 how many stood there already, %3 how many failed.</extracomment>
        <translation>Geschrieben: %1. Schon da: %2. Fehlgeschlagen: %3.</translation>
    </message>
    <message>
        <source>Not begun: %1. Run it again to go on.</source>
        <translation>Nicht begonnen: %1. Zum Fortsetzen noch einmal aufrufen.</translation>
    </message>
</context>
<context>
    <name>RestoreCommand</name>
    <message>
        <source>Key, address, UPN or DN of the person.</source>
        <translation>Schlüssel, Adresse, UPN oder DN der Person.</translation>
    </message>
    <message>
        <source>PERSON</source>
        <translation>PERSON</translation>
    </message>
    <message>
        <source>Only in this store; may be given again.</source>
        <translation>Nur an diesem Speicherort; mehrfach möglich.</translation>
    </message>
    <message>
        <source>NAME</source>
        <translation>NAME</translation>
    </message>
    <message>
        <source>restore takes one person.</source>
        <translation>restore erwartet eine Person.</translation>
    </message>
    <message>
        <source>Write back the photo that stood there before the last upload, or those of an export.</source>
        <translation>Schreibt das Foto zurück, das vor dem letzten Hochladen da war, oder die eines Exports.</translation>
    </message>
    <message>
        <source>Write back the photos of this export: those of the people named, else all.</source>
        <translation>Schreibt die Fotos dieses Exports zurück: die der genannten Personen, sonst alle.</translation>
    </message>
    <message>
        <source>FOLDER</source>
        <translation>ORDNER</translation>
    </message>
</context>
<context>
    <name>SandboxCommand</name>
    <message>
        <source>Run the built-in organisation until it is stopped.</source>
        <translation>Die eingebaute Organisation betreiben, bis sie beendet wird.</translation>
    </message>
    <message>
        <source>Keep the sandbox in this directory, or take up the one that is there; by default a temporary one.</source>
        <translation>Die Sandbox in diesem Ordner behalten oder die dort vorhandene nehmen; sonst eine vorübergehende.</translation>
    </message>
    <message>
        <source>DIR</source>
        <translation>ORDNER</translation>
    </message>
    <message>
        <source>Drawing the people…</source>
        <translation>Die Personen werden gezeichnet…</translation>
    </message>
    <message>
        <source>Starting the directory; a new one takes a few seconds…</source>
        <translation>Das Verzeichnis startet; ein neues braucht einige Sekunden…</translation>
    </message>
    <message>
        <source>Sandbox</source>
        <translation>Sandbox</translation>
    </message>
    <message>
        <source>The sandbox runs. Press Ctrl+C to stop it.</source>
        <translation>Die Sandbox läuft. Strg+C beendet sie.</translation>
    </message>
    <message>
        <source>Starting the servers…</source>
        <translation>Die Server werden gestartet …</translation>
    </message>
    <message>
        <source>Samba is not installed, so the sandbox has no directory. Press Ctrl+C to stop it.</source>
        <translation>Samba ist nicht installiert, daher hat die Sandbox kein Verzeichnis. Strg+C beendet sie.</translation>
    </message>
    <message>
        <source>The directory could not be started, so the sandbox has none. Press Ctrl+C to stop it.</source>
        <translation>Das Verzeichnis ließ sich nicht starten, daher hat die Sandbox keines. Strg+C beendet sie.</translation>
    </message>
    <message>
        <source>Who has which photo where when it starts, and which accounts are locked: a JSON file.</source>
        <translation>Wer zu Beginn wo welches Foto hat und welche Konten gesperrt sind: eine JSON-Datei.</translation>
    </message>
    <message>
        <source>FILE</source>
        <translation>DATEI</translation>
    </message>
    <message>
        <source>So many people beside the dozen, for trying bulk work; Active Directory does not know them.</source>
        <translation>So viele Personen neben dem Dutzend, um Massenarbeit zu erproben; Active Directory kennt sie nicht.</translation>
    </message>
    <message>
        <source>NUMBER</source>
        <translation>ZAHL</translation>
    </message>
    <message>
        <source>--people takes a number from 0 to 100,000.</source>
        <translation>--people nimmt eine Zahl von 0 bis 100.000.</translation>
    </message>
</context>
<context>
    <name>ScanCommand</name>
    <message>
        <source>Look at everybody and keep how they stand, for the Overview.</source>
        <translation>Sieht alle durch und hält fest, wie es um sie steht, für die Übersicht.</translation>
    </message>
    <message>
        <source>Everybody, however short ago they were looked at.</source>
        <translation>Alle, auch wenn sie gerade erst angesehen wurden.</translation>
    </message>
    <message>
        <source>Leave out whoever was looked at in the last so many hours.</source>
        <translation>Lässt aus, wer in den letzten so vielen Stunden angesehen wurde.</translation>
    </message>
    <message>
        <source>HOURS</source>
        <translation>STUNDEN</translation>
    </message>
    <message>
        <source>How many people to look at at once, 1 to 64.</source>
        <translation>Wie viele Personen zugleich angesehen werden, 1 bis 64.</translation>
    </message>
    <message>
        <source>NUMBER</source>
        <translation>ZAHL</translation>
    </message>
    <message>
        <source>scan takes options only.</source>
        <translation>scan nimmt nur Optionen.</translation>
    </message>
    <message>
        <source>--full and --since exclude each other.</source>
        <translation>--full und --since schließen einander aus.</translation>
    </message>
    <message>
        <source>--since takes a number of hours, 1 to 8760.</source>
        <translation>--since nimmt eine Zahl von Stunden, 1 bis 8760.</translation>
    </message>
    <message>
        <source>--workers takes a number from 1 to 64.</source>
        <translation>--workers nimmt eine Zahl von 1 bis 64.</translation>
    </message>
    <message>
        <source>Scan</source>
        <translation>Durchsicht</translation>
    </message>
    <message>
        <source>A scan needs a directory of people, and one of the stores of the sync board: Active Directory, Exchange, Microsoft 365, SharePoint.</source>
        <translation>Eine Durchsicht braucht ein Personenverzeichnis und einen der Speicherorte des Abgleichs: Active Directory, Exchange, Microsoft 365, SharePoint.</translation>
    </message>
    <message>
        <source>Listing people… %1, %2 done</source>
        <extracomment>%1 is a number of people who have been found, %2 of those who were looked at.</extracomment>
        <translation>Personen auflisten … %1, davon %2 fertig</translation>
    </message>
    <message>
        <source>%1 %, %2 people/s, %3 left, %4</source>
        <extracomment>Progress: %1 percent, %2 people a second, %3 people left, %4 a time such as 0:31.</extracomment>
        <translation>%1 %, %2 Personen/s, noch %3, %4</translation>
    </message>
    <message numerus="yes">
        <source>%n people looked at</source>
        <translation>
            <numerusform>%n Person angesehen</numerusform>
            <numerusform>%n Personen angesehen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n by other programs</source>
        <comment>people a scan has looked at</comment>
        <translation>
            <numerusform>%n von anderen Programmen</numerusform>
            <numerusform>%n von anderen Programmen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out, looked at a short while ago</source>
        <comment>people</comment>
        <translation>
            <numerusform>%n ausgelassen, vor Kurzem angesehen</numerusform>
            <numerusform>%n ausgelassen, vor Kurzem angesehen</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped; the next scan goes on from here.</source>
        <translation>Angehalten; die nächste Durchsicht macht hier weiter.</translation>
    </message>
</context>
<context>
    <name>ShowCommand</name>
    <message>
        <source>Show what each store holds for a person.</source>
        <translation>Zeigen, was jeder Speicherort für eine Person hat.</translation>
    </message>
    <message>
        <source>Key, address, UPN or DN of the person.</source>
        <translation>Schlüssel, Adresse, UPN oder DN der Person.</translation>
    </message>
    <message>
        <source>PERSON</source>
        <translation>PERSON</translation>
    </message>
    <message>
        <source>Only this store; may be given again.</source>
        <translation>Nur dieser Speicherort; mehrfach möglich.</translation>
    </message>
    <message>
        <source>NAME</source>
        <translation>NAME</translation>
    </message>
    <message>
        <source>Write the photos to this folder, as STORE.jpg.</source>
        <translation>Die Fotos in diesen Ordner schreiben, als SPEICHERORT.jpg.</translation>
    </message>
    <message>
        <source>DIR</source>
        <translation>ORDNER</translation>
    </message>
    <message>
        <source>show takes one person.</source>
        <translation>show erwartet eine Person.</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen…</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>A heading: %1 is a person&apos;s name, %2 their key.</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>written %1</source>
        <extracomment>When a photo was last written: %1 is a date and time.</extracomment>
        <translation>geschrieben %1</translation>
    </message>
</context>
<context>
    <name>SignInCommand</name>
    <message>
        <source>Sign in to Microsoft 365 with a code typed in a browser.</source>
        <translation>Mit einem Code, der in einen Browser getippt wird, bei Microsoft 365 anmelden.</translation>
    </message>
    <message>
        <source>Which place of the organisation file; by default the first that signs in this way.</source>
        <translation>Welcher Ort der Organisationsdatei; sonst der erste, der sich so anmeldet.</translation>
    </message>
    <message>
        <source>[NAME]</source>
        <translation>[NAME]</translation>
    </message>
    <message>
        <source>No place of this organisation signs in with a code.</source>
        <translation>Kein Ort dieser Organisation meldet sich mit einem Code an.</translation>
    </message>
    <message>
        <source>The organisation has no place called “%1”.</source>
        <translation>Die Organisation hat keinen Ort namens „%1“.</translation>
    </message>
    <message>
        <source>Open %1 in a browser and type %2 there.</source>
        <extracomment>%1 is a web address, %2 a short code to type there.</extracomment>
        <translation>Öffnen Sie %1 in einem Browser und tippen Sie dort %2 ein.</translation>
    </message>
    <message>
        <source>There is no keychain on this computer, so the sign-in cannot be kept.</source>
        <translation>Auf diesem Rechner gibt es keinen Schlüsselbund, daher kann die Anmeldung nicht aufbewahrt werden.</translation>
    </message>
    <message>
        <source>You are signed in to %1.</source>
        <translation>Sie sind bei %1 angemeldet.</translation>
    </message>
</context>
<context>
    <name>StatusCommand</name>
    <message>
        <source>by rule</source>
        <extracomment>After what a workload shows, where that was not seen but follows from rules.</extracomment>
        <translation>nach Regel</translation>
    </message>
    <message>
        <source>Cure: %1 (%2)</source>
        <extracomment>What helps: %1 says what to do, %2 who may and its side effects.</extracomment>
        <translation>Abhilfe: %1 (%2)</translation>
    </message>
    <message>
        <source>Overall: %1</source>
        <extracomment>The last line: %1 is the most important state of all, such as &quot;In step&quot;.</extracomment>
        <translation>Insgesamt: %1</translation>
    </message>
    <message>
        <source>Everything that can be looked at shows the photo.</source>
        <extracomment>Why the watch ended.</extracomment>
        <translation>Alles, was sich ansehen lässt, zeigt das Foto.</translation>
    </message>
    <message>
        <source>The time has passed within which it should have arrived.</source>
        <extracomment>Why the watch ended.</extracomment>
        <translation>Die Zeit ist verstrichen, in der es hätte ankommen sollen.</translation>
    </message>
    <message>
        <source>Nothing more will change by itself.</source>
        <extracomment>Why the watch ended.</extracomment>
        <translation>Von selbst ändert sich nichts mehr.</translation>
    </message>
    <message>
        <source>Say which photo each workload shows, why, until when, and what helps.</source>
        <translation>Sagen, welches Foto jeder Dienst zeigt, warum, bis wann und was hilft.</translation>
    </message>
    <message>
        <source>Key, address, UPN or DN of the person.</source>
        <translation>Schlüssel, Adresse, UPN oder DN der Person.</translation>
    </message>
    <message>
        <source>PERSON</source>
        <translation>PERSON</translation>
    </message>
    <message>
        <source>Tell of this workload only; may be given again.</source>
        <translation>Nur von diesem Dienst berichten; mehrfach möglich.</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Go on looking until everything is in step or nothing more changes by itself.</source>
        <translation>Weiter nachsehen, bis alles im Gleichstand ist oder sich nichts mehr von selbst ändert.</translation>
    </message>
    <message>
        <source>status takes one person.</source>
        <translation>status erwartet eine Person.</translation>
    </message>
    <message>
        <source>This organisation has none of the stores of the sync board: Active Directory, Exchange, Microsoft 365, SharePoint.</source>
        <translation>Diese Organisation hat keinen der Speicherorte des Abgleichs: Active Directory, Exchange, Microsoft 365, SharePoint.</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Sieht nach…</translation>
    </message>
    <message>
        <source>There is no workload “%1” here. There are: %2.</source>
        <extracomment>%1 is what was typed, %2 the workloads there are, with commas.</extracomment>
        <translation>Den Dienst „%1“ gibt es hier nicht. Es gibt: %2.</translation>
    </message>
    <message>
        <source>What was seen could not be kept: %1.</source>
        <translation>Die Sichtungen konnten nicht aufbewahrt werden: %1.</translation>
    </message>
    <message>
        <source>The ledger</source>
        <translation>Der Verlauf</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>A heading: %1 is a person&apos;s name, %2 their key.</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Looking again at %1…</source>
        <extracomment>%1 is a date and time.</extracomment>
        <translation>Sieht wieder nach um %1…</translation>
    </message>
</context>
<context>
    <name>UploadCommand</name>
    <message>
        <source>--expect takes STORE=SHA256 or STORE=none.</source>
        <translation>--expect erwartet SPEICHERORT=SHA256 oder SPEICHERORT=none.</translation>
    </message>
    <message>
        <source>Make a photo of a picture and write it to stores.</source>
        <translation>Aus einem Bild ein Foto machen und an Speicherorte schreiben.</translation>
    </message>
    <message>
        <source>Key, address, UPN or DN of the person.</source>
        <translation>Schlüssel, Adresse, UPN oder DN der Person.</translation>
    </message>
    <message>
        <source>PERSON</source>
        <translation>PERSON</translation>
    </message>
    <message>
        <source>The picture to open.</source>
        <translation>Das Quellbild.</translation>
    </message>
    <message>
        <source>PICTURE</source>
        <translation>BILD</translation>
    </message>
    <message>
        <source>A store to write to; may be given again. At least one.</source>
        <translation>Ein Speicherort zum Schreiben; mehrfach möglich, mindestens einer.</translation>
    </message>
    <message>
        <source>NAME</source>
        <translation>NAME</translation>
    </message>
    <message>
        <source>Do not ask before writing.</source>
        <translation>Vor dem Schreiben nicht fragen.</translation>
    </message>
    <message>
        <source>Write only if the store holds this photo now, by its hash as show tells it, or none.</source>
        <translation>Nur schreiben, wenn der Speicherort jetzt dieses Foto hat (Prüfsumme wie bei show) oder none: keines.</translation>
    </message>
    <message>
        <source>STORE=SHA256</source>
        <translation>SPEICHERORT=SHA256</translation>
    </message>
    <message>
        <source>upload takes a person and a picture.</source>
        <translation>upload erwartet eine Person und ein Bild.</translation>
    </message>
    <message>
        <source>upload needs --store, the name of a store, at least once.</source>
        <translation>upload braucht mindestens einmal --store, den Namen eines Speicherorts.</translation>
    </message>
    <message>
        <source>Rendering %1…</source>
        <extracomment>%1 is the name of a file.</extracomment>
        <translation>%1 wird gerechnet…</translation>
    </message>
    <message>
        <source>Asking the stores…</source>
        <translation>Die Speicherorte werden gefragt…</translation>
    </message>
    <message>
        <source>Upload?</source>
        <translation>Hochladen?</translation>
    </message>
    <message>
        <source>Nothing was written. (--yes uploads without asking.)</source>
        <translation>Nichts wurde geschrieben. (--yes lädt ohne Rückfrage hoch.)</translation>
    </message>
    <message>
        <source>%1. %2: %3, quality %4; replaces: %5</source>
        <extracomment>One step of an upload: %1 its number, %2 a store&apos;s title, %3 the photo to be written, %4 its JPEG quality, %5 the photo that is there now.</extracomment>
        <translation>%1. %2: %3, Qualität %4; ersetzt: %5</translation>
    </message>
    <message>
        <source>This photo is there already; nothing was written.</source>
        <translation>Dieses Foto ist schon dort. Nichts wurde geschrieben.</translation>
    </message>
</context>
<context>
    <name>Workplace</name>
    <message>
        <source>No organisation is set up here; name one with --organisation FILE, or try “likeness-cli sandbox”.</source>
        <translation>Hier ist keine Organisation eingerichtet. Nennen Sie eine mit --organisation DATEI oder probieren Sie „likeness-cli sandbox“.</translation>
    </message>
    <message>
        <source>Password of %1 on %2:</source>
        <extracomment>Asks for a password on the terminal: %1 is an account, %2 a server.</extracomment>
        <translation>Passwort von %1 auf %2:</translation>
    </message>
    <message>
        <source>The ledger was damaged; it was moved to %1 and a new one begun.</source>
        <extracomment>%1 is the path of a file.</extracomment>
        <translation>Der Verlauf war beschädigt. Er liegt jetzt unter %1, ein neuer wurde begonnen.</translation>
    </message>
</context>
<context>
    <name>likeness::ActivityPage</name>
    <message>
        <source>The activity list</source>
        <translation>Aktivitätsliste</translation>
    </message>
    <message>
        <source>Nothing has been changed yet</source>
        <translation>Noch nichts geändert</translation>
    </message>
    <message>
        <source>Every photo you upload is listed here, with the photo that was there before, so that you can restore it.</source>
        <translation>Hier steht jedes Foto, das Sie hochladen, zusammen mit dem bisherigen. So können Sie es wiederherstellen.</translation>
    </message>
</context>
<context>
    <name>likeness::ActivityRow</name>
    <message>
        <source>Photo before</source>
        <translation>Foto vorher</translation>
    </message>
    <message>
        <source>Photo after</source>
        <translation>Foto nachher</translation>
    </message>
    <message>
        <source>Restore</source>
        <extracomment>Button in the list of changes: writes the photo that was there before back</extracomment>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Restore the photo of %1 in %2</source>
        <extracomment>Spoken name of the button; %1 is a person, %2 a store</extracomment>
        <translation>Foto von %1 in %2 wiederherstellen</translation>
    </message>
    <message>
        <source>Write the photo that was there before back</source>
        <translation>Das vorherige Foto zurückschreiben</translation>
    </message>
    <message>
        <source>Connect to the organisation to restore</source>
        <translation>Zum Wiederherstellen mit der Organisation verbinden</translation>
    </message>
    <message>
        <source>Uploaded to %1</source>
        <translation>In %1 hochgeladen</translation>
    </message>
    <message>
        <source>Restored in %1</source>
        <translation>In %1 wiederhergestellt</translation>
    </message>
    <message>
        <source>Removed from %1</source>
        <translation>Aus %1 entfernt</translation>
    </message>
    <message>
        <source>%1 · %2 · by %3</source>
        <extracomment>%1 time of day, %2 what was done (&quot;Uploaded to Exchange&quot;), %3 an account</extracomment>
        <translation>%1 · %2 · von %3</translation>
    </message>
    <message>
        <source>Unfinished</source>
        <translation>Nicht beendet</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>Geschrieben</translation>
    </message>
    <message>
        <source>Written and checked</source>
        <translation>Geschrieben und geprüft</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Left as it was</source>
        <translation>Unverändert</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Kept a copy of what %1 had</source>
        <translation>Kopie aufbewahrt von dem, was %1 hatte</translation>
    </message>
</context>
<context>
    <name>likeness::AuditExportBar</name>
    <message>
        <source>Export what was written</source>
        <translation>Exportieren, was geschrieben wurde</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabelle (*.csv)</translation>
    </message>
    <message>
        <source>For programs (*.json)</source>
        <translation>Für Programme (*.json)</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) written to %1</source>
        <extracomment>%n is how many changes of photos were written to a file, %1 the name of the file</extracomment>
        <translation>
            <numerusform>%n Änderung nach %1 geschrieben</numerusform>
            <numerusform>%n Änderungen nach %1 geschrieben</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped; nothing was written to %1</source>
        <translation>Angehalten; nach %1 wurde nichts geschrieben</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Write everything that was changed to a file: who, when, where, before and after</source>
        <translation>Alles, was geändert wurde, in eine Datei schreiben: wer, wann, wo, vorher und nachher</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Export of the history</source>
        <extracomment>the name of a progress bar, for screen readers</extracomment>
        <translation>Export des Verlaufs</translation>
    </message>
</context>
<context>
    <name>likeness::BoardCanvas</name>
    <message>
        <source>Stores</source>
        <extracomment>column of the sync board: where photos are kept</extracomment>
        <translation>Speicherorte</translation>
    </message>
    <message>
        <source>Caches</source>
        <extracomment>column of the sync board: what keeps copies of photos</extracomment>
        <translation>Zwischenspeicher</translation>
    </message>
    <message>
        <source>What people see</source>
        <extracomment>column of the sync board: the programs that show photos</extracomment>
        <translation>Was man sieht</translation>
    </message>
    <message>
        <source>≤ %1</source>
        <extracomment>beside an arrow: at most that long; %1 is like &quot;18 min&quot;</extracomment>
        <translation>≤ %1</translation>
    </message>
</context>
<context>
    <name>likeness::BoardCard</name>
    <message>
        <source>Looking…</source>
        <extracomment>badge of a card on the sync board while that workload is being asked</extracomment>
        <translation>Sieht nach…</translation>
    </message>
</context>
<context>
    <name>likeness::BoardTexts</name>
    <message>
        <source>%1 shows another photo of %2 now.</source>
        <extracomment>While somebody watches: %1 is a product, %2 a given name</extracomment>
        <translation>%1 zeigt jetzt ein anderes Foto von %2.</translation>
    </message>
    <message>
        <source>Everything shows the photo of %1 now.</source>
        <extracomment>%1 is a given name</extracomment>
        <translation>Jetzt zeigt alles das Foto von %1.</translation>
    </message>
    <message>
        <source>The latest time has passed, and not everything shows the photo of %1.</source>
        <extracomment>%1 is a given name</extracomment>
        <translation>Die letzte Frist ist verstrichen, und nicht alles zeigt das Foto von %1.</translation>
    </message>
    <message>
        <source>Watching has ended: nothing more will change by itself.</source>
        <translation>Das Beobachten ist beendet: Von selbst ändert sich nichts mehr.</translation>
    </message>
    <message>
        <source>What was seen could not be kept in the history.</source>
        <translation>Die Sichtungen konnten nicht im Verlauf aufbewahrt werden.</translation>
    </message>
    <message>
        <source>%1 could not be written. Choose another folder.</source>
        <extracomment>%1 is a file</extracomment>
        <translation>%1 konnte nicht geschrieben werden. Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>The sandbox</source>
        <translation>Sandbox</translation>
    </message>
    <message>
        <source>The tour cannot go on.</source>
        <translation>Die Führung kann nicht weitergehen.</translation>
    </message>
    <message>
        <source>Export the diagnosis</source>
        <translation>Diagnose exportieren</translation>
    </message>
    <message>
        <source>Uploaded to %1</source>
        <extracomment>In the timeline: %1 is a store</extracomment>
        <translation>In %1 hochgeladen</translation>
    </message>
    <message>
        <source>Restored in %1</source>
        <extracomment>In the timeline: %1 is a store</extracomment>
        <translation>In %1 wiederhergestellt</translation>
    </message>
    <message>
        <source>Removed from %1</source>
        <extracomment>In the timeline: %1 is a store</extracomment>
        <translation>Aus %1 entfernt</translation>
    </message>
    <message>
        <source>%1: no photo</source>
        <extracomment>In the timeline: %1 is a product</extracomment>
        <translation>%1: kein Foto</translation>
    </message>
    <message>
        <source>%1: %2 px</source>
        <extracomment>In the timeline: %1 is a product, %2 a number of pixels</extracomment>
        <translation>%1: %2 px</translation>
    </message>
    <message>
        <source>A copy of what %1 had was kept</source>
        <extracomment>In the timeline: %1 is a store</extracomment>
        <translation>Kopie aufbewahrt von dem, was %1 hatte</translation>
    </message>
</context>
<context>
    <name>likeness::BoardView</name>
    <message>
        <source>%1: looking</source>
        <extracomment>read aloud: a workload is being asked what it shows; %1 is like &quot;SharePoint&quot;</extracomment>
        <translation>%1: sieht nach</translation>
    </message>
</context>
<context>
    <name>likeness::CauseTexts</name>
    <message>
        <source>its source</source>
        <translation>die Quelle</translation>
    </message>
    <message>
        <source>Nobody has looked at %1 yet.</source>
        <extracomment>In all sentences of this context %1 is a product such as &quot;SharePoint&quot;, %2 another one it takes its photo from, unless said otherwise.</extracomment>
        <translation>%1 wurde noch nicht angesehen.</translation>
    </message>
    <message>
        <source>%1 could not be asked, so nothing is known about it.</source>
        <translation>%1 konnte nicht gefragt werden, daher ist darüber nichts bekannt.</translation>
    </message>
    <message>
        <source>None of the stores that could be asked has a photo.</source>
        <translation>Keiner der Speicherorte, die gefragt werden konnten, hat ein Foto.</translation>
    </message>
    <message>
        <source>%1 has the photo that was uploaded. All others are compared with it.</source>
        <translation>%1 hat das hochgeladene Foto. Alle anderen werden damit verglichen.</translation>
    </message>
    <message>
        <source>%1 has the newest photo. All others are compared with it.</source>
        <translation>%1 hat das neueste Foto. Alle anderen werden damit verglichen.</translation>
    </message>
    <message>
        <source>%1 shows the same picture, in the size it needs.</source>
        <translation>%1 zeigt dasselbe Bild, in der benötigten Größe.</translation>
    </message>
    <message>
        <source>%1 still has its former photo. The new one will come from %2.</source>
        <translation>%1 hat noch das bisherige Foto. Das neue liefert %2.</translation>
    </message>
    <message>
        <source>%1 has no photo yet. It will come from %2.</source>
        <translation>%1 hat noch kein Foto. Eines liefert %2.</translation>
    </message>
    <message>
        <source>The photo should have come from %2 by now, and has not. Whatever carries it to %1 has not run, or has failed.</source>
        <translation>Inzwischen hätte %2 das Foto liefern sollen, aber es ist nicht da. Was es zu %1 bringt, ist nicht gelaufen oder fehlgeschlagen.</translation>
    </message>
    <message>
        <source>%2 could pass its photo on to %1, but that is switched off in this organisation.</source>
        <translation>Zwar könnte %2 das eigene Foto an %1 weitergeben, aber das ist in dieser Organisation ausgeschaltet.</translation>
    </message>
    <message>
        <source>%1 has the right picture, but only %2 pixels wide; it shows it at up to %3. People see it blurred.</source>
        <extracomment>%2 and %3 are edges in pixels</extracomment>
        <translation>%1 hat das richtige Bild, aber nur mit %2 Pixeln Breite, und zeigt es mit bis zu %3. Man sieht es unscharf.</translation>
    </message>
    <message>
        <source>%1 shows the picture mirrored. Something has changed it on the way.</source>
        <translation>%1 zeigt das Bild gespiegelt. Unterwegs wurde es verändert.</translation>
    </message>
    <message>
        <source>%1 shows another part of the same picture. Something has cropped it on the way.</source>
        <translation>%1 zeigt einen anderen Ausschnitt desselben Bildes. Unterwegs wurde es zugeschnitten.</translation>
    </message>
    <message>
        <source>Somebody has put another photo into %1 since the upload.</source>
        <translation>Seit dem Hochladen hat jemand ein anderes Foto in %1 abgelegt.</translation>
    </message>
    <message>
        <source>%1 has no photo, and %2 never passes its own on to it.</source>
        <translation>%1 hat kein Foto, und %2 gibt das eigene nie dorthin weiter.</translation>
    </message>
    <message>
        <source>%1 has no photo, and nothing brings one there.</source>
        <translation>%1 hat kein Foto, und nichts bringt eines dorthin.</translation>
    </message>
    <message>
        <source>%1 shows another photo, and %2 never passes its own on to it.</source>
        <translation>%1 zeigt ein anderes Foto, und %2 gibt das eigene nie dorthin weiter.</translation>
    </message>
    <message>
        <source>%1 shows another photo, and nothing brings the new one there.</source>
        <translation>%1 zeigt ein anderes Foto, und nichts bringt das neue dorthin.</translation>
    </message>
    <message>
        <source>When a photo is saved in Exchange, Exchange writes a small copy of %1 pixels into the directory, over whatever was there.</source>
        <extracomment>%1 is a number of pixels</extracomment>
        <translation>Wird in Exchange ein Foto gespeichert, schreibt Exchange eine kleine Kopie mit %1 Pixeln ins Verzeichnis und überschreibt, was dort war.</translation>
    </message>
    <message>
        <source>The photo was removed in Exchange, and Exchange removes the directory&apos;s with it.</source>
        <translation>Das Foto wurde in Exchange entfernt, und Exchange entfernt das im Verzeichnis mit.</translation>
    </message>
    <message>
        <source>The photo is in the attribute jpegPhoto. Programs of this kind look in thumbnailPhoto, which is empty.</source>
        <translation>Das Foto steht im Attribut jpegPhoto. Programme dieser Art sehen in thumbnailPhoto nach, und das ist leer.</translation>
    </message>
    <message>
        <source>The domain controllers give different answers: the change has not reached all of them.</source>
        <translation>Die Domänencontroller antworten verschieden: Die Änderung hat noch nicht alle erreicht.</translation>
    </message>
    <message>
        <source>It is right at this moment, but it has changed back and forth: two programs write here, each its own photo.</source>
        <translation>Im Moment stimmt es, aber es hat hin und her gewechselt: Zwei Programme schreiben hier, jedes sein eigenes Foto.</translation>
    </message>
    <message>
        <source>It has changed back and forth: two programs write here, each its own photo, and the other one was last.</source>
        <translation>Es hat hin und her gewechselt: Zwei Programme schreiben hier, jedes sein eigenes Foto, und das andere war zuletzt dran.</translation>
    </message>
    <message>
        <source>The photo was removed on purpose, and Exchange remembers that. It then shows nothing at all, not even the photo of the directory.</source>
        <translation>Das Foto wurde absichtlich entfernt, und Exchange merkt sich das. Es zeigt dann gar nichts, auch nicht das Foto des Verzeichnisses.</translation>
    </message>
    <message>
        <source>The directory has a newer photo, but once a mailbox has a photo of its own Exchange does not look into the directory again.</source>
        <translation>Das Verzeichnis hat ein neueres Foto, aber sobald ein Postfach ein eigenes Foto hat, sieht Exchange nicht mehr im Verzeichnis nach.</translation>
    </message>
    <message>
        <source>A new photo was uploaded to Exchange as a preview and never saved.</source>
        <translation>Ein neues Foto wurde als Vorschau in Exchange hochgeladen, aber nie gespeichert.</translation>
    </message>
    <message>
        <source>The mailbox has no photo of its own, so the directory&apos;s is shown; but a server still has the former one on its disk, where it stays for up to seven days.</source>
        <translation>Das Postfach hat kein eigenes Foto, daher wird das des Verzeichnisses gezeigt. Ein Server hat aber noch das bisherige auf der Festplatte; dort bleibt es bis zu sieben Tage.</translation>
    </message>
    <message>
        <source>%1 has no mailbox that keeps photos. The directory&apos;s photo is used instead.</source>
        <extracomment>%1 is a person&apos;s given name</extracomment>
        <translation>%1 hat kein Postfach, das Fotos aufbewahrt. Stattdessen wird das Foto des Verzeichnisses verwendet.</translation>
    </message>
    <message>
        <source>A policy of the organisation does not let anybody change the photo in %1.</source>
        <translation>Eine Richtlinie der Organisation erlaubt niemandem, das Foto in %1 zu ändern.</translation>
    </message>
    <message>
        <source>The commands that used to set photos in Exchange Online were withdrawn in 2023; a script that still uses them changes nothing.</source>
        <translation>Die Befehle, mit denen man Fotos in Exchange Online setzte, wurden 2023 abgeschafft. Ein Skript, das sie noch verwendet, ändert nichts.</translation>
    </message>
    <message>
        <source>%1 asks %2 only when %3 opens the own profile page, and that has not happened since the new photo was saved. Nobody else&apos;s visit counts.</source>
        <extracomment>%3 is a person&apos;s given name</extracomment>
        <translation>%1 fragt %2 nur, wenn %3 die eigene Profilseite öffnet, und das ist nicht geschehen, seit das neue Foto gespeichert wurde. Besuche anderer zählen nicht.</translation>
    </message>
    <message>
        <source>SharePoint made its large picture from a small one, so it is blurred.</source>
        <translation>SharePoint hat sein großes Bild aus einem kleinen gemacht, daher ist es unscharf.</translation>
    </message>
    <message>
        <source>The photo has more than 10 KB, which is more than the synchronisation carried at that time.</source>
        <translation>Das Foto hat mehr als 10 KB. So viel hat die Synchronisierung damals nicht übertragen.</translation>
    </message>
    <message>
        <source>SharePoint Online should have fetched the photo long ago and is stuck with its own.</source>
        <translation>SharePoint Online hätte das Foto längst holen sollen und hängt an seinem eigenen fest.</translation>
    </message>
    <message>
        <source>The cloud got its photo by way of the directory, which holds only the %1 pixels that Exchange writes there.</source>
        <extracomment>%1 is a number of pixels</extracomment>
        <translation>Die Cloud hat ihr Foto über das Verzeichnis bekommen, und dort stehen nur die %1 Pixel, die Exchange hineinschreibt.</translation>
    </message>
    <message>
        <source>%1 takes its photo from %2 and keeps a copy of its own. Until that is renewed people may see the former photo.</source>
        <translation>Das Foto liefert %2, und %1 behält eine eigene Kopie. Bis sie erneuert wird, kann noch das bisherige Foto zu sehen sein.</translation>
    </message>
    <message>
        <source>What %1 shows depends on something that could not be seen.</source>
        <translation>Was %1 zeigt, hängt von etwas ab, das nicht zu sehen war.</translation>
    </message>
    <message>
        <source>Teams has the new photo at once, but the programs of colleagues keep the former one for up to 60 days.</source>
        <translation>Teams hat das neue Foto sofort, aber die Programme der Kollegen behalten das bisherige bis zu 60 Tage.</translation>
    </message>
    <message>
        <source>%1 renews its copies once a day. Until then it may show the former photo.</source>
        <translation>%1 erneuert die Kopien einmal am Tag. Bis dahin kann noch das bisherige Foto zu sehen sein.</translation>
    </message>
    <message>
        <source>Whoever looks has a contact for %1 with a photo of its own, and Outlook prefers that.</source>
        <extracomment>%1 is a person&apos;s given name</extracomment>
        <translation>Wer hinsieht, hat einen Kontakt für %1 mit eigenem Foto, und Outlook zieht dieses vor.</translation>
    </message>
    <message>
        <source>Whoever looks is of another organisation, and photos of the directory are not shown there.</source>
        <translation>Wer hinsieht, gehört zu einer anderen Organisation, und dort werden Fotos des Verzeichnisses nicht gezeigt.</translation>
    </message>
    <message>
        <source>The picture at the web address is larger than the policy allows, so it is not loaded.</source>
        <translation>Das Bild an der Webadresse ist größer, als die Richtlinie erlaubt. Deshalb wird es nicht geladen.</translation>
    </message>
    <message>
        <source>A policy has switched photos of contacts off.</source>
        <translation>Eine Richtlinie hat Fotos von Kontakten ausgeschaltet.</translation>
    </message>
    <message>
        <source>%1 shows what %2 has, and that is the right photo.</source>
        <translation>%1 zeigt, was %2 hat, und das ist das richtige Foto.</translation>
    </message>
    <message>
        <source>%1 shows what %2 has, and the new photo is still on its way there.</source>
        <translation>%1 zeigt, was %2 hat, und dorthin ist das neue Foto noch unterwegs.</translation>
    </message>
    <message>
        <source>%1 shows what %2 has, and there the photo was removed on purpose.</source>
        <translation>%1 zeigt, was %2 hat, und dort wurde das Foto absichtlich entfernt.</translation>
    </message>
    <message>
        <source>%1 shows what %2 has, and there is no photo.</source>
        <translation>%1 zeigt, was %2 hat, und dort gibt es kein Foto.</translation>
    </message>
    <message>
        <source>%1 shows what %2 has, and that is not the right photo.</source>
        <translation>%1 zeigt, was %2 hat, und das ist nicht das richtige Foto.</translation>
    </message>
    <message>
        <source>%1 knows nobody of this name, so nothing is shown of %2 there.</source>
        <translation>%1 kennt niemanden mit diesem Namen, darum wird dort nichts von %2 gezeigt.</translation>
    </message>
</context>
<context>
    <name>likeness::CropBar</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Turn left</source>
        <translation>Nach links drehen</translation>
    </message>
    <message>
        <source>Turn a quarter to the left</source>
        <translation>Um ein Viertel nach links drehen</translation>
    </message>
    <message>
        <source>Turn right</source>
        <translation>Nach rechts drehen</translation>
    </message>
    <message>
        <source>Turn a quarter to the right</source>
        <translation>Um ein Viertel nach rechts drehen</translation>
    </message>
    <message>
        <source>Mirror</source>
        <extracomment>a verb: flip the picture left to right</extracomment>
        <translation>Spiegeln</translation>
    </message>
    <message>
        <source>Mirror left to right</source>
        <translation>Links und rechts vertauschen</translation>
    </message>
    <message>
        <source>Frame the face</source>
        <extracomment>a verb: put the crop about the face</extracomment>
        <translation>Gesicht einrahmen</translation>
    </message>
    <message>
        <source>Find the face and frame it; again for the next one</source>
        <translation>Das Gesicht suchen und einrahmen; noch einmal für das nächste</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>Rund</translation>
    </message>
    <message>
        <source>Show what a round picture keeps</source>
        <translation>Zeigen, was ein rundes Bild behält</translation>
    </message>
    <message>
        <source>Guides</source>
        <translation>Hilfslinien</translation>
    </message>
    <message>
        <source>Show thirds and the line for the eyes</source>
        <translation>Drittel und Augenlinie zeigen</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Einpassen</translation>
    </message>
    <message>
        <source>Show the whole picture</source>
        <translation>Das ganze Bild zeigen</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Back to the picture as it was opened</source>
        <translation>Zurück zum Bild, wie es geöffnet wurde</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>a tool tip: what a button does, and its keys</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Straighten</source>
        <translation>Gerade richten</translation>
    </message>
    <message>
        <source>Turn by up to 15 degrees; a double click goes back to 0</source>
        <translation>Um bis zu 15 Grad drehen; ein Doppelklick setzt auf 0</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>a tool tip: &quot;Undo: Turn left&quot;</extracomment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>likeness::CropCanvas</name>
    <message>
        <source>No picture</source>
        <translation>Kein Bild</translation>
    </message>
    <message>
        <source>crop %1 at %2, %3</source>
        <extracomment>what the crop covers, in pixels of the picture; %1 is a size like &quot;1 812 × 1 812&quot;</extracomment>
        <translation>Zuschnitt %1 bei %2, %3</translation>
    </message>
</context>
<context>
    <name>likeness::CropEditor</name>
    <message>
        <source>the largest size will be enlarged ×%1</source>
        <extracomment>%1 is a factor like &quot;1.4&quot;</extracomment>
        <translation>die größte Größe wird ×%1 vergrößert</translation>
    </message>
    <message>
        <source>Turn left</source>
        <translation>Nach links drehen</translation>
    </message>
    <message>
        <source>Turn right</source>
        <translation>Nach rechts drehen</translation>
    </message>
    <message>
        <source>Mirror</source>
        <translation>Spiegeln</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Move the crop</source>
        <translation>Zuschnitt verschieben</translation>
    </message>
    <message>
        <source>Resize the crop</source>
        <translation>Zuschnittgröße ändern</translation>
    </message>
    <message>
        <source>Straighten</source>
        <translation>Gerade richten</translation>
    </message>
    <message>
        <source>Crop editor</source>
        <translation>Zuschnitt</translation>
    </message>
    <message>
        <source>Arrow keys move the crop, with Shift by ten; with Control they resize it; plus and minus zoom</source>
        <translation>Pfeiltasten verschieben den Zuschnitt, mit Umschalt um zehn; mit Strg ändern sie seine Größe; Plus und Minus zoomen</translation>
    </message>
</context>
<context>
    <name>likeness::CurePanel</name>
    <message>
        <source>Command</source>
        <extracomment>read aloud: the line for a shell that mends something</extracomment>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Copy message</source>
        <translation>Nachricht kopieren</translation>
    </message>
    <message>
        <source>Copy command</source>
        <translation>Befehl kopieren</translation>
    </message>
    <message>
        <source>Copied</source>
        <extracomment>on a button, for two seconds after it was pressed</extracomment>
        <translation>Kopiert</translation>
    </message>
</context>
<context>
    <name>likeness::CureSteps</name>
    <message>
        <source>Copied</source>
        <extracomment>on a button that was pressed</extracomment>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Keep the directory&apos;s photo in the history.</source>
        <translation>Das Foto des Verzeichnisses im Verlauf aufbewahren.</translation>
    </message>
    <message>
        <source>The directory&apos;s photo is kept in the history.</source>
        <translation>Das Foto des Verzeichnisses ist im Verlauf aufbewahrt.</translation>
    </message>
    <message>
        <source>The directory has no photo, so there is nothing to keep.</source>
        <translation>Das Verzeichnis hat kein Foto, es gibt also nichts aufzubewahren.</translation>
    </message>
    <message>
        <source>Exchange has forgotten the removal.</source>
        <translation>Exchange hat das Entfernen vergessen.</translation>
    </message>
    <message>
        <source>Somebody with the right in Exchange runs this command. It takes the directory&apos;s photo along.</source>
        <translation>Jemand mit dem Recht in Exchange führt diesen Befehl aus. Er nimmt das Foto des Verzeichnisses mit.</translation>
    </message>
    <message>
        <source>The directory has its photo, written and read back.</source>
        <translation>Das Verzeichnis hat sein Foto wieder, geschrieben und zurückgelesen.</translation>
    </message>
    <message>
        <source>Nothing had to be written back.</source>
        <translation>Es musste nichts zurückgeschrieben werden.</translation>
    </message>
    <message>
        <source>Write the kept photo back into the directory.</source>
        <translation>Das aufbewahrte Foto ins Verzeichnis zurückschreiben.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Look now</source>
        <translation>Jetzt nachsehen</translation>
    </message>
    <message>
        <source>Close</source>
        <extracomment>closes the steps of a cure before they are all taken</extracomment>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Stop here</source>
        <translation>Hier abbrechen</translation>
    </message>
    <message>
        <source>Exchange still remembers the removal. Likeness looks again by itself.</source>
        <translation>Exchange erinnert sich noch an das Entfernen. Likeness sieht von selbst wieder nach.</translation>
    </message>
    <message>
        <source>Make Exchange forget the removal</source>
        <translation>Exchange das Entfernen vergessen lassen</translation>
    </message>
    <message>
        <source>Copy command</source>
        <translation>Befehl kopieren</translation>
    </message>
    <message>
        <source>Run it in the sandbox</source>
        <extracomment>button, in the sandbox: an administrator there runs the command</extracomment>
        <translation>In der Sandbox ausführen</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Done: %1</source>
        <extracomment>read aloud: a step of a cure; %1 is its sentence</extracomment>
        <translation>Erledigt: %1</translation>
    </message>
    <message>
        <source>Exchange has forgotten the removal. Likeness looks once more: the command takes the photo of the directory along too.</source>
        <translation>Exchange hat die Entfernung vergessen. Likeness sieht noch einmal nach: Der Befehl nimmt auch das Foto des Verzeichnisses mit.</translation>
    </message>
</context>
<context>
    <name>likeness::CureTexts</name>
    <message>
        <source>anyone</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>%1, or the helpdesk</source>
        <extracomment>Who may do it: %1 is a given name</extracomment>
        <translation>%1 oder der Helpdesk</translation>
    </message>
    <message>
        <source>helpdesk</source>
        <translation>Helpdesk</translation>
    </message>
    <message>
        <source>Exchange administrators</source>
        <translation>Exchange-Administratoren</translation>
    </message>
    <message>
        <source>SharePoint administrators</source>
        <translation>SharePoint-Administratoren</translation>
    </message>
    <message>
        <source>whoever may write in the directory</source>
        <translation>wer im Verzeichnis schreiben darf</translation>
    </message>
    <message>
        <source>Microsoft 365 administrators</source>
        <translation>Microsoft-365-Administratoren</translation>
    </message>
    <message>
        <source>Skype for Business administrators</source>
        <translation>Skype-for-Business-Administratoren</translation>
    </message>
    <message>
        <source>Upload there…</source>
        <translation>Dort hochladen…</translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation>Wiederherstellen…</translation>
    </message>
    <message>
        <source>Upload the photo there too</source>
        <translation>Das Foto auch dort hochladen</translation>
    </message>
    <message>
        <source>Upload the photo to the cloud itself</source>
        <translation>Das Foto direkt in die Cloud hochladen</translation>
    </message>
    <message>
        <source>Write a photo of 96 × 96 pixels into the directory</source>
        <translation>Ein Foto mit 96 × 96 Pixeln ins Verzeichnis schreiben</translation>
    </message>
    <message>
        <source>Make Exchange forget the removal, and keep the directory&apos;s photo</source>
        <translation>Exchange das Entfernen vergessen lassen und das Foto des Verzeichnisses behalten</translation>
    </message>
    <message>
        <source>Write back the photo that stood there before</source>
        <translation>Das Foto zurückschreiben, das vorher dort war</translation>
    </message>
    <message>
        <source>Ask %1 to open the own profile page once</source>
        <extracomment>%1 is a given name</extracomment>
        <translation>%1 bitten, einmal die eigene Profilseite zu öffnen</translation>
    </message>
    <message>
        <source>Write SharePoint&apos;s three pictures directly</source>
        <translation>Die drei Bilder von SharePoint direkt schreiben</translation>
    </message>
    <message>
        <source>Start a directory synchronisation</source>
        <translation>Eine Verzeichnissynchronisierung starten</translation>
    </message>
    <message>
        <source>Save the preview, or discard it</source>
        <translation>Die Vorschau speichern oder verwerfen</translation>
    </message>
    <message>
        <source>Delete the photo files on the Exchange servers</source>
        <translation>Die Fotodateien auf den Exchange-Servern löschen</translation>
    </message>
    <message>
        <source>Allow people to change their photo</source>
        <translation>Den Personen erlauben, ihr Foto zu ändern</translation>
    </message>
    <message>
        <source>Allow changes in the cloud</source>
        <translation>Änderungen in der Cloud erlauben</translation>
    </message>
    <message>
        <source>Let SharePoint make its thumbnails</source>
        <translation>SharePoint seine Miniaturansichten machen lassen</translation>
    </message>
    <message>
        <source>Run the profile synchronisation</source>
        <translation>Die Profilsynchronisierung ausführen</translation>
    </message>
    <message>
        <source>Save the picture in SharePoint once more, so that the export sees a change</source>
        <translation>Das Bild in SharePoint noch einmal speichern, damit der Export eine Änderung sieht</translation>
    </message>
    <message>
        <source>Reset SharePoint Online&apos;s note of where its photo came from</source>
        <translation>Den Vermerk in SharePoint Online zurücksetzen, woher das Foto kam</translation>
    </message>
    <message>
        <source>Sign out of Teams and in again</source>
        <translation>Bei Teams ab- und wieder anmelden</translation>
    </message>
    <message>
        <source>Sign out and delete the program&apos;s own copies</source>
        <translation>Abmelden und die eigenen Kopien des Programms löschen</translation>
    </message>
    <message>
        <source>Restart the program</source>
        <translation>Das Programm neu starten</translation>
    </message>
    <message>
        <source>Wait</source>
        <translation>Warten</translation>
    </message>
    <message>
        <source>Renew the address book now</source>
        <translation>Das Adressbuch jetzt erneuern</translation>
    </message>
    <message>
        <source>Allow larger pictures from the web, or use a smaller one</source>
        <translation>Größere Bilder aus dem Web erlauben oder ein kleineres verwenden</translation>
    </message>
    <message>
        <source>Show outsiders a picture from a web address</source>
        <translation>Außenstehenden ein Bild von einer Webadresse zeigen</translation>
    </message>
    <message>
        <source>Check that Skype for Business reaches Exchange</source>
        <translation>Prüfen, ob Skype for Business Exchange erreicht</translation>
    </message>
    <message>
        <source>Let Outlook prefer the organisation&apos;s photos</source>
        <translation>Outlook die Fotos der Organisation vorziehen lassen</translation>
    </message>
    <message>
        <source>Remove the photo from the contact</source>
        <translation>Das Foto aus dem Kontakt entfernen</translation>
    </message>
    <message>
        <source>Find the other program that writes photos and stop it</source>
        <translation>Das andere Programm finden, das Fotos schreibt, und es anhalten</translation>
    </message>
    <message>
        <source>Replicate the directory now</source>
        <translation>Das Verzeichnis jetzt replizieren</translation>
    </message>
    <message>
        <source>Look whether photos are in the global catalogue</source>
        <translation>Nachsehen, ob Fotos im globalen Katalog stehen</translation>
    </message>
    <message>
        <source>Renew the offline address book</source>
        <translation>Das Offlineadressbuch erneuern</translation>
    </message>
    <message>
        <source>Set the photo by Microsoft Graph</source>
        <translation>Das Foto über Microsoft Graph setzen</translation>
    </message>
    <message>
        <source>the next save in Exchange makes it small again</source>
        <translation>das nächste Speichern in Exchange macht es wieder klein</translation>
    </message>
    <message>
        <source>a save in Exchange replaces the directory&apos;s photo with a small one</source>
        <translation>ein Speichern in Exchange ersetzt das Foto des Verzeichnisses durch ein kleines</translation>
    </message>
    <message>
        <source>the next fetch from Exchange replaces them</source>
        <translation>das nächste Holen aus Exchange ersetzt sie</translation>
    </message>
    <message>
        <source>for everybody under this policy; takes up to a day</source>
        <translation>für alle unter dieser Richtlinie; dauert bis zu einem Tag</translation>
    </message>
    <message>
        <source>for the whole tenant; takes up to a day</source>
        <translation>für den ganzen Mandanten; dauert bis zu einem Tag</translation>
    </message>
    <message>
        <source>adding them changes the schema of the forest</source>
        <translation>sie aufzunehmen ändert das Schema der Gesamtstruktur</translation>
    </message>
    <message>
        <source>they are made again when next asked for</source>
        <translation>sie werden neu gemacht, wenn sie das nächste Mal verlangt werden</translation>
    </message>
    <message>
        <source>only on that computer</source>
        <translation>nur auf diesem Computer</translation>
    </message>
    <message>
        <source>for everybody the setting reaches</source>
        <translation>für alle, für die die Einstellung gilt</translation>
    </message>
    <message>
        <source>for everybody under this policy</source>
        <translation>für alle unter dieser Richtlinie</translation>
    </message>
    <message>
        <source>no side effect</source>
        <translation>keine Nebenwirkung</translation>
    </message>
    <message>
        <source>Hello %1,

your new photo has arrived everywhere but in SharePoint, which fetches it only when you look at your own profile. Please open your profile page in SharePoint once; nothing else needs to be done there.

Thank you.</source>
        <extracomment>A message to copy into a mail: %1 is a given name</extracomment>
        <translation>Guten Tag %1,

Ihr neues Foto ist überall angekommen, nur nicht in SharePoint. SharePoint holt es erst, wenn Sie Ihr eigenes Profil ansehen. Bitte öffnen Sie einmal Ihre Profilseite in SharePoint; mehr ist dort nicht zu tun.

Vielen Dank.</translation>
    </message>
    <message>
        <source>Write 96 × 96…</source>
        <translation>96 × 96 schreiben…</translation>
    </message>
    <message>
        <source>Step by step…</source>
        <translation>Schritt für Schritt …</translation>
    </message>
    <message>
        <source>the command deletes the directory&apos;s photo too; step by step it is kept and written back</source>
        <translation>der Befehl löscht auch das Foto des Verzeichnisses; Schritt für Schritt wird es aufbewahrt und zurückgeschrieben</translation>
    </message>
</context>
<context>
    <name>likeness::Desk</name>
    <message>
        <source>%1 in %2: the photo had arrived.</source>
        <translation>%1 in %2: Das Foto war angekommen.</translation>
    </message>
    <message>
        <source>%1 in %2: the photo did not arrive; upload it again.</source>
        <translation>%1 in %2: Das Foto ist nicht angekommen; laden Sie es noch einmal hoch.</translation>
    </message>
    <message>
        <source>The history was damaged.</source>
        <translation>Der Verlauf war beschädigt.</translation>
    </message>
    <message>
        <source>A new one has been begun. What could be saved of the old one is in %1.</source>
        <translation>Ein neuer wurde begonnen. Was vom alten zu retten war, liegt in %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n more in Activity.</source>
        <translation>
            <numerusform>%n weiterer unter Aktivität.</numerusform>
            <numerusform>%n weitere unter Aktivität.</numerusform>
        </translation>
    </message>
    <message>
        <source>Likeness was closed in the middle of a change.</source>
        <translation>Likeness wurde mitten in einer Änderung beendet.</translation>
    </message>
    <message>
        <source>The photo was not restored.</source>
        <translation>Das Foto wurde nicht wiederhergestellt.</translation>
    </message>
    <message>
        <source>An upload is running.</source>
        <translation>Ein Hochladen ist im Gang.</translation>
    </message>
    <message>
        <source>Wait until it has finished, then press Restore again.</source>
        <translation>Warten Sie, bis es fertig ist, und drücken Sie dann noch einmal auf Wiederherstellen.</translation>
    </message>
    <message>
        <source>Whose photo is it?</source>
        <translation>Wessen Foto ist es?</translation>
    </message>
    <message>
        <source>This organisation does not say who you are. Choose the person under People.</source>
        <translation>Diese Organisation sagt nicht, wer Sie sind. Wählen Sie die Person unter Personen.</translation>
    </message>
    <message>
        <source>The history</source>
        <translation>Der Verlauf</translation>
    </message>
    <message>
        <source>Samba is not installed, so the sandbox has no directory.</source>
        <translation>Samba ist nicht installiert, daher hat die Sandbox kein Verzeichnis.</translation>
    </message>
    <message>
        <source>The sandbox has no directory.</source>
        <translation>Die Sandbox hat kein Verzeichnis.</translation>
    </message>
    <message>
        <source>Back to Likeness</source>
        <translation>Zurück zu Likeness</translation>
    </message>
    <message>
        <source>You can close this page and go on in Likeness.</source>
        <translation>Sie können diese Seite schließen und in Likeness weitermachen.</translation>
    </message>
    <message>
        <source>the photo of %1</source>
        <extracomment>The name of a picture that was not opened from a file: %1 is a person</extracomment>
        <translation>Foto von %1</translation>
    </message>
    <message>
        <source>The photos are exported.</source>
        <translation>Die Fotos sind exportiert.</translation>
    </message>
    <message>
        <source>%1 in %2, with a list of them.</source>
        <extracomment>%1 is how many photos, %2 a folder</extracomment>
        <translation>%1 in %2, mit einer Liste.</translation>
    </message>
    <message>
        <source>%1 in %2. Could not be read: %3, the first because: %4.</source>
        <extracomment>%1 is how many photos were exported, %2 a folder, %3 how many were not, %4 why the first was not</extracomment>
        <translation>%1 in %2. Nicht lesbar: %3, das erste, weil: %4.</translation>
    </message>
    <message>
        <source>Not all photos are exported.</source>
        <translation>Nicht alle Fotos sind exportiert.</translation>
    </message>
    <message>
        <source>The export</source>
        <translation>Der Export</translation>
    </message>
    <message>
        <source>Nothing was exported.</source>
        <translation>Es wurde nichts exportiert.</translation>
    </message>
    <message>
        <source>Export photos into a folder</source>
        <translation>Fotos in einen Ordner exportieren</translation>
    </message>
    <message>
        <source>Password of %1 for the ledger %2:</source>
        <extracomment>%1 is an account, %2 a database and its server.</extracomment>
        <translation>Passwort von %1 für den Verlauf %2:</translation>
    </message>
    <message>
        <source>Samba is installed, but did not start: %1. The folder and the other services of the sandbox work without it.</source>
        <extracomment>%1 is a line of the directory&apos;s own words, in English</extracomment>
        <translation>Samba ist installiert, ist aber nicht gestartet: %1. Der Ordner und die anderen Dienste der Sandbox funktionieren ohne es.</translation>
    </message>
</context>
<context>
    <name>likeness::Diagnosis</name>
    <message>
        <source>no photo</source>
        <translation>kein Foto</translation>
    </message>
    <message>
        <source>Cure:</source>
        <translation>Abhilfe:</translation>
    </message>
    <message>
        <source>derived by rule, not seen</source>
        <translation>nach Regel abgeleitet, nicht gesehen</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Zeitleiste</translation>
    </message>
    <message>
        <source>Photos of %1</source>
        <extracomment>head of the exported diagnosis; %1 is the person&apos;s name</extracomment>
        <translation>Fotos von %1</translation>
    </message>
    <message>
        <source>As of %1</source>
        <extracomment>%1 is date and time</extracomment>
        <translation>Stand: %1</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Referenz</translation>
    </message>
    <message>
        <source>The reference is the photo in %1.</source>
        <extracomment>the photo all others are compared with; %1 is where it is, like &quot;Exchange&quot;</extracomment>
        <translation>Die Referenz ist das Foto in %1.</translation>
    </message>
    <message>
        <source>No workload has a photo that could be seen.</source>
        <translation>Kein Dienst hat ein Foto, das zu sehen war.</translation>
    </message>
</context>
<context>
    <name>likeness::DropHint</name>
    <message>
        <source>Drop the picture here</source>
        <extracomment>Over the window while a picture is dragged across it</extracomment>
        <translation>Bild hier ablegen</translation>
    </message>
</context>
<context>
    <name>likeness::EndpointForm</name>
    <message>
        <source>Trying to connect…</source>
        <translation>Verbindung wird versucht…</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>LDAP directory</source>
        <translation>LDAP-Verzeichnis</translation>
    </message>
    <message>
        <source>Active Directory</source>
        <translation>Active Directory</translation>
    </message>
    <message>
        <source>Server address</source>
        <translation>Serveradresse</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Verschlüsselung</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>Anmeldung</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>CA file</source>
        <translation>CA-Datei</translation>
    </message>
    <message>
        <source>TLS from the start (ldaps)</source>
        <translation>TLS von Anfang an (ldaps)</translation>
    </message>
    <message>
        <source>StartTLS</source>
        <translation>StartTLS</translation>
    </message>
    <message>
        <source>Sealed by Kerberos</source>
        <translation>Durch Kerberos versiegelt</translation>
    </message>
    <message>
        <source>Name and password</source>
        <translation>Name und Passwort</translation>
    </message>
    <message>
        <source>The sign-in of this computer (Kerberos)</source>
        <translation>Anmeldung dieses Computers (Kerberos)</translation>
    </message>
    <message>
        <source>The sign-in of this computer (Negotiate)</source>
        <translation>Anmeldung dieses Computers (Negotiate)</translation>
    </message>
    <message>
        <source>Leave empty to keep the stored one</source>
        <translation>Leer lassen, um das gespeicherte zu behalten</translation>
    </message>
    <message>
        <source>Only when your organisation has its own authority</source>
        <translation>Nur wenn Ihre Organisation eine eigene Zertifizierungsstelle hat</translation>
    </message>
    <message>
        <source>Folder of photos</source>
        <translation>Fotoordner</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>List of people</source>
        <translation>Personenliste</translation>
    </message>
    <message>
        <source>A CSV file; may stay empty</source>
        <translation>Eine CSV-Datei; darf leer bleiben</translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation>Verbindung testen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Your browser has opened a page; sign in there, then come back.</source>
        <translation>Ihr Browser hat eine Seite geöffnet; melden Sie sich dort an und kommen Sie dann zurück.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <extracomment>A button that opens the browser</extracomment>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>Anmelden …</translation>
    </message>
    <message>
        <source>Name and password (NTLM)</source>
        <translation>Name und Passwort (NTLM)</translation>
    </message>
    <message>
        <source>Name and password (Basic, inside TLS)</source>
        <translation>Name und Passwort (Basic, innerhalb von TLS)</translation>
    </message>
    <message>
        <source>Worldwide</source>
        <translation>Weltweit</translation>
    </message>
    <message>
        <source>US Government</source>
        <translation>US-Regierung</translation>
    </message>
    <message>
        <source>US Department of Defense</source>
        <translation>US-Verteidigungsministerium</translation>
    </message>
    <message>
        <source>China, operated by 21Vianet</source>
        <translation>China, betrieben von 21Vianet</translation>
    </message>
    <message>
        <source>Other addresses</source>
        <translation>Andere Adressen</translation>
    </message>
    <message>
        <source>Of the app registration</source>
        <translation>Aus der App-Registrierung</translation>
    </message>
    <message>
        <source>Cloud</source>
        <extracomment>Microsoft&apos;s national clouds; tenant = an organisation there</extracomment>
        <translation>Cloud</translation>
    </message>
    <message>
        <source>Tenant</source>
        <translation>Mandant</translation>
    </message>
    <message>
        <source>Application ID</source>
        <translation>Anwendungs-ID</translation>
    </message>
    <message>
        <source>Sign-in address</source>
        <translation>Anmeldeadresse</translation>
    </message>
    <message>
        <source>Subscription Edition</source>
        <translation>Subscription Edition</translation>
    </message>
    <message>
        <source>Online</source>
        <extracomment>SharePoint as a cloud service</extracomment>
        <translation>Online</translation>
    </message>
    <message>
        <source>Exchange Server</source>
        <translation>Exchange Server</translation>
    </message>
    <message>
        <source>Leave empty to have it found by the account&apos;s mail address</source>
        <translation>Leer lassen, um ihn über die Mailadresse des Kontos finden zu lassen</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Microsoft 365</source>
        <translation>Microsoft 365</translation>
    </message>
    <message>
        <source>Whoever signs in</source>
        <translation>Wer sich anmeldet</translation>
    </message>
    <message>
        <source>Graph address</source>
        <translation>Graph-Adresse</translation>
    </message>
    <message>
        <source>SharePoint</source>
        <translation>SharePoint</translation>
    </message>
    <message>
        <source>Takes photos over from Exchange</source>
        <translation>Übernimmt Fotos aus Exchange</translation>
    </message>
    <message>
        <source>As set in the farm (UserPhotoExpiration)</source>
        <translation>Wie in der Farm eingestellt (UserPhotoExpiration)</translation>
    </message>
    <message>
        <source>As set in the farm (UserPhotoErrorExpiration)</source>
        <translation>Wie in der Farm eingestellt (UserPhotoErrorExpiration)</translation>
    </message>
    <message>
        <source>My Site host</source>
        <translation>Meine-Website-Host</translation>
    </message>
    <message>
        <source>Windows domain</source>
        <translation>Windows-Domäne</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>Photos are renewed after (hours)</source>
        <translation>Fotos werden erneuert nach (Stunden)</translation>
    </message>
    <message>
        <source>Failures are tried again after (hours)</source>
        <translation>Fehler werden wiederholt nach (Stunden)</translation>
    </message>
    <message>
        <source>Pictures on the web (read only)</source>
        <translation>Bilder im Web (nur lesen)</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Skype for Business Server (read only)</source>
        <translation>Skype for Business Server (nur lesend)</translation>
    </message>
    <message>
        <source>Discovery address</source>
        <extracomment>Where programs begin to look for a person&apos;s server</extracomment>
        <translation>Adresse der Diensterkennung</translation>
    </message>
    <message>
        <source>Name and password (for a ticket, inside TLS)</source>
        <translation>Name und Passwort (für ein Ticket, innerhalb von TLS)</translation>
    </message>
</context>
<context>
    <name>likeness::ErrorTexts</name>
    <message>
        <source>%1 cannot be reached</source>
        <extracomment>In all sentences of this context %1 is the name of a store (&quot;Active Directory&quot;) or of a picture file</extracomment>
        <translation>%1 ist nicht erreichbar</translation>
    </message>
    <message>
        <source>%1 could not prove who it is</source>
        <translation>%1 konnte sich nicht ausweisen</translation>
    </message>
    <message>
        <source>Check the network or the VPN, then press Retry.</source>
        <translation>Prüfen Sie das Netz oder das VPN und drücken Sie dann „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>%1 takes too long</source>
        <translation>%1 braucht zu lange</translation>
    </message>
    <message>
        <source>%1 did not answer in time.</source>
        <translation>%1 hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>It may be busy. Press Retry in a moment.</source>
        <translation>Vielleicht ist gerade viel los. Drücken Sie gleich „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>Ask whoever runs the server to renew it. Also check the date of this computer.</source>
        <translation>Bitten Sie die Zuständigen für den Server, es zu erneuern. Prüfen Sie auch das Datum dieses Computers.</translation>
    </message>
    <message>
        <source>Check the server name in Settings; it must be the one in the certificate.</source>
        <translation>Prüfen Sie den Servernamen in den Einstellungen. Er muss so lauten wie im Zertifikat.</translation>
    </message>
    <message>
        <source>If your organisation has its own authority, choose its CA file in Settings.</source>
        <translation>Hat Ihre Organisation eine eigene Zertifizierungsstelle, wählen Sie deren CA-Datei in den Einstellungen.</translation>
    </message>
    <message>
        <source>%1 wants an encrypted connection</source>
        <translation>%1 verlangt eine verschlüsselte Verbindung</translation>
    </message>
    <message>
        <source>%1 refuses to talk without encryption.</source>
        <translation>%1 antwortet nicht ohne Verschlüsselung.</translation>
    </message>
    <message>
        <source>In Settings, use an address that begins with ldaps:// or turn StartTLS on.</source>
        <translation>Nehmen Sie in den Einstellungen eine Adresse, die mit ldaps:// beginnt, oder schalten Sie StartTLS ein.</translation>
    </message>
    <message>
        <source>Ask your helpdesk.</source>
        <translation>Fragen Sie Ihren Helpdesk.</translation>
    </message>
    <message>
        <source>You are not signed in to %1</source>
        <translation>Sie sind nicht angemeldet: %1</translation>
    </message>
    <message>
        <source>Sign in again in Settings, then press Retry.</source>
        <translation>Melden Sie sich in den Einstellungen neu an und drücken Sie dann „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>Your account is locked</source>
        <translation>Ihr Konto ist gesperrt</translation>
    </message>
    <message>
        <source>%1 has locked the account after too many attempts.</source>
        <translation>%1 hat das Konto nach zu vielen Versuchen gesperrt.</translation>
    </message>
    <message>
        <source>Wait until it is unlocked, or ask your helpdesk.</source>
        <translation>Warten Sie, bis es entsperrt ist, oder fragen Sie Ihren Helpdesk.</translation>
    </message>
    <message>
        <source>The account is disabled</source>
        <translation>Das Konto ist deaktiviert</translation>
    </message>
    <message>
        <source>%1 does not accept this account any more.</source>
        <translation>%1 nimmt dieses Konto nicht mehr an.</translation>
    </message>
    <message>
        <source>The account has expired</source>
        <translation>Das Konto ist abgelaufen</translation>
    </message>
    <message>
        <source>%1 accepted this account only until a certain day.</source>
        <translation>%1 nahm dieses Konto nur bis zu einem bestimmten Tag an.</translation>
    </message>
    <message>
        <source>Your password has expired</source>
        <translation>Ihr Passwort ist abgelaufen</translation>
    </message>
    <message>
        <source>%1 did not let you in because your password has expired.</source>
        <translation>%1 hat Sie nicht angemeldet, weil Ihr Passwort abgelaufen ist.</translation>
    </message>
    <message>
        <source>Change it, then press Retry.</source>
        <translation>Ändern Sie es und drücken Sie dann „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>Your password must be changed first</source>
        <translation>Ihr Passwort muss erst geändert werden</translation>
    </message>
    <message>
        <source>%1 wants a new password before it lets you in.</source>
        <translation>%1 verlangt vor der Anmeldung ein neues Passwort.</translation>
    </message>
    <message>
        <source>There is no valid sign-in of this computer</source>
        <translation>Dieser Computer hat keine gültige Anmeldung</translation>
    </message>
    <message>
        <source>%1 expects the sign-in of this computer (Kerberos), and there is none or it has run out.</source>
        <translation>%1 erwartet die Anmeldung dieses Computers (Kerberos). Sie fehlt oder ist abgelaufen.</translation>
    </message>
    <message>
        <source>Sign in to the domain again, or choose a name and password in Settings.</source>
        <translation>Melden Sie sich neu an der Domäne an, oder wählen Sie in den Einstellungen Name und Passwort.</translation>
    </message>
    <message>
        <source>You may not change this photo</source>
        <translation>Sie dürfen dieses Foto nicht ändern</translation>
    </message>
    <message>
        <source>%1 does not allow you to change this person&apos;s photo.</source>
        <translation>%1 erlaubt Ihnen nicht, das Foto dieser Person zu ändern.</translation>
    </message>
    <message>
        <source>Somebody with that right has to do it.</source>
        <translation>Das muss jemand mit diesem Recht tun.</translation>
    </message>
    <message>
        <source>%1 cannot be changed here</source>
        <translation>%1 lässt sich hier nicht ändern</translation>
    </message>
    <message>
        <source>This copy of %1 can only be read.</source>
        <translation>Diese Kopie von %1 kann nur gelesen werden.</translation>
    </message>
    <message>
        <source>Use a server or folder that can be written, in Settings.</source>
        <translation>Nehmen Sie in den Einstellungen einen Server oder Ordner, der beschrieben werden kann.</translation>
    </message>
    <message>
        <source>The person is not there</source>
        <translation>Die Person ist nicht da</translation>
    </message>
    <message>
        <source>%1 does not know this person.</source>
        <translation>%1 kennt diese Person nicht.</translation>
    </message>
    <message>
        <source>Search for the person again; they may have been renamed or moved.</source>
        <translation>Suchen Sie die Person noch einmal. Vielleicht wurde sie umbenannt oder verschoben.</translation>
    </message>
    <message>
        <source>Several people fit</source>
        <translation>Mehrere Personen passen</translation>
    </message>
    <message>
        <source>%1 knows more than one person by this name.</source>
        <translation>%1 kennt mehr als eine Person mit diesem Namen.</translation>
    </message>
    <message>
        <source>Choose one by search.</source>
        <translation>Wählen Sie eine über die Suche.</translation>
    </message>
    <message>
        <source>The photo is too large</source>
        <translation>Das Foto ist zu groß</translation>
    </message>
    <message>
        <source>%1 does not take a photo of so many bytes.</source>
        <translation>%1 nimmt kein Foto mit so vielen Bytes an.</translation>
    </message>
    <message>
        <source>Lower the limit of this store in Settings, then press Retry.</source>
        <translation>Senken Sie die Grenze dieses Speicherorts in den Einstellungen und drücken Sie dann „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>The photo was refused</source>
        <translation>Das Foto wurde abgelehnt</translation>
    </message>
    <message>
        <source>%1 did not accept the photo.</source>
        <translation>%1 hat das Foto nicht angenommen.</translation>
    </message>
    <message>
        <source>Copy the details for whoever runs it.</source>
        <translation>Kopieren Sie die Details für die Zuständigen.</translation>
    </message>
    <message>
        <source>Somebody else changed the photo</source>
        <translation>Jemand anderes hat das Foto geändert</translation>
    </message>
    <message>
        <source>The photo in %1 is another one than a moment ago. Nothing was overwritten.</source>
        <translation>Das Foto in %1 ist ein anderes als eben noch. Nichts wurde überschrieben.</translation>
    </message>
    <message>
        <source>Compare the two and choose.</source>
        <translation>Vergleichen Sie beide und wählen Sie.</translation>
    </message>
    <message>
        <source>Another photo came back</source>
        <translation>Ein anderes Foto kam zurück</translation>
    </message>
    <message>
        <source>%1 took the photo, but shows a different one when asked.</source>
        <translation>%1 hat das Foto angenommen, zeigt auf Nachfrage aber ein anderes.</translation>
    </message>
    <message>
        <source>It may need a moment, or something else changed it. Press Retry.</source>
        <translation>Vielleicht braucht es einen Moment, oder etwas anderes hat es geändert. Drücken Sie „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>%1 asks us to wait</source>
        <translation>%1 bittet um Geduld</translation>
    </message>
    <message>
        <source>It has had too many requests.</source>
        <translation>Dort kamen zu viele Anfragen an.</translation>
    </message>
    <message numerus="yes">
        <source>Press Retry in %n second(s).</source>
        <translation>
            <numerusform>Drücken Sie in %n Sekunde „Erneut versuchen“.</numerusform>
            <numerusform>Drücken Sie in %n Sekunden „Erneut versuchen“.</numerusform>
        </translation>
    </message>
    <message>
        <source>Press Retry in a minute.</source>
        <translation>Drücken Sie in einer Minute „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>The answer makes no sense</source>
        <translation>Die Antwort ergibt keinen Sinn</translation>
    </message>
    <message>
        <source>%1 sent an answer that cannot be understood.</source>
        <translation>%1 hat eine unverständliche Antwort geschickt.</translation>
    </message>
    <message>
        <source>Check the address in Settings. If it is right, copy the details for whoever runs the server.</source>
        <translation>Prüfen Sie die Adresse in den Einstellungen. Stimmt sie, kopieren Sie die Details für die Zuständigen.</translation>
    </message>
    <message>
        <source>This does not work here</source>
        <translation>Das geht hier nicht</translation>
    </message>
    <message>
        <source>%1 or this installation cannot do that.</source>
        <translation>%1 oder diese Installation kann das nicht.</translation>
    </message>
    <message>
        <source>%1 was not opened</source>
        <translation>%1 wurde nicht geöffnet</translation>
    </message>
    <message>
        <source>Choose another picture.</source>
        <translation>Wählen Sie ein anderes Bild.</translation>
    </message>
    <message>
        <source>This is not a picture, whatever its name says.</source>
        <translation>Das ist kein Bild, auch wenn der Name es sagt.</translation>
    </message>
    <message>
        <source>It is a picture of a kind that Likeness does not open.</source>
        <translation>Bilder dieser Art kann Likeness nicht öffnen.</translation>
    </message>
    <message>
        <source>Save it as JPEG or PNG and try again.</source>
        <translation>Speichern Sie es als JPEG oder PNG und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The picture is damaged or incomplete.</source>
        <translation>Das Bild ist beschädigt oder unvollständig.</translation>
    </message>
    <message>
        <source>Copy or download it again, or choose another picture.</source>
        <translation>Kopieren oder laden Sie es noch einmal, oder wählen Sie ein anderes Bild.</translation>
    </message>
    <message>
        <source>The picture is larger than Likeness opens: 200 megapixels or 256 MB.</source>
        <translation>Das Bild ist zu groß: Likeness öffnet bis zu 200 Megapixel oder 256 MB.</translation>
    </message>
    <message>
        <source>Make it smaller first, or choose another picture.</source>
        <translation>Verkleinern Sie es, oder wählen Sie ein anderes Bild.</translation>
    </message>
    <message>
        <source>Reading the picture took too long, so it was given up.</source>
        <translation>Das Bild zu lesen dauerte zu lange und wurde abgebrochen.</translation>
    </message>
    <message>
        <source>No photo fits the limit</source>
        <translation>Kein Foto passt in die Grenze</translation>
    </message>
    <message>
        <source>%1 takes so few bytes that the photo would be a blur.</source>
        <translation>%1 nimmt so wenige Bytes an, dass das Foto verschwimmen würde.</translation>
    </message>
    <message>
        <source>Choose a calmer background or raise the limit in Settings.</source>
        <translation>Wählen Sie einen ruhigeren Hintergrund, oder erhöhen Sie die Grenze in den Einstellungen.</translation>
    </message>
    <message>
        <source>No face was found</source>
        <translation>Kein Gesicht gefunden</translation>
    </message>
    <message>
        <source>The square was centred instead.</source>
        <translation>Das Quadrat liegt stattdessen in der Mitte.</translation>
    </message>
    <message>
        <source>Move it to where you want it.</source>
        <translation>Schieben Sie es dorthin, wo Sie es wollen.</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>You stopped this before it was done.</source>
        <translation>Sie haben abgebrochen, bevor es fertig war.</translation>
    </message>
    <message>
        <source>%1 cannot be used as it stands</source>
        <translation>%1 ist so nicht brauchbar</translation>
    </message>
    <message>
        <source>A file or setting has something in it that Likeness cannot use.</source>
        <translation>In einer Datei oder Einstellung steht etwas, womit Likeness nichts anfangen kann.</translation>
    </message>
    <message>
        <source>Check it in Settings. The details say where.</source>
        <translation>Prüfen Sie die Einstellungen. Die Details sagen, wo.</translation>
    </message>
    <message>
        <source>This computer got in the way</source>
        <translation>Dieser Computer war im Weg</translation>
    </message>
    <message>
        <source>A file could not be read or written, or memory ran out.</source>
        <translation>Eine Datei ließ sich nicht lesen oder schreiben, oder der Speicher ging aus.</translation>
    </message>
    <message>
        <source>Check the free space and your rights on the folder, then press Retry.</source>
        <translation>Prüfen Sie den freien Platz und Ihre Rechte am Ordner und drücken Sie dann „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>The picture is damaged; parts of it may be grey. Look closely before you use it.</source>
        <translation>Das Bild ist beschädigt; Teile können grau sein. Sehen Sie genau hin, bevor Sie es verwenden.</translation>
    </message>
    <message>
        <source>Its colour profile is broken and was left out; colours may look slightly different.</source>
        <translation>Das Farbprofil ist fehlerhaft und wurde weggelassen. Farben können etwas anders aussehen.</translation>
    </message>
    <message>
        <source>It is an animation; its first frame is used.</source>
        <translation>Das Bild ist eine Animation. Verwendet wird das erste Einzelbild.</translation>
    </message>
    <message>
        <source>Its transparent parts become white.</source>
        <translation>Durchsichtige Stellen werden weiß.</translation>
    </message>
    <message>
        <source>Its name says another format than it has. That does no harm.</source>
        <translation>Der Name nennt ein anderes Format als das Bild hat. Das schadet nicht.</translation>
    </message>
    <message>
        <source>%1 gets an enlarged photo: the square has only %2 pixels, so it is enlarged ×%3.</source>
        <extracomment>%1 store, %2 pixels of the crop&apos;s edge, %3 a factor such as 1.4</extracomment>
        <translation>%1 bekommt ein vergrößertes Foto: Das Quadrat hat nur %2 Pixel und wird ×%3 vergrößert.</translation>
    </message>
    <message>
        <source>You may not change the photo in %1.</source>
        <translation>Sie dürfen das Foto in %1 nicht ändern.</translation>
    </message>
    <message>
        <source>%1 cannot be reached, so nothing is written there.</source>
        <translation>%1 ist nicht erreichbar. Dort wird nichts geschrieben.</translation>
    </message>
    <message>
        <source>%1 already has this photo.</source>
        <translation>%1 hat dieses Foto schon.</translation>
    </message>
    <message>
        <source>No acceptable photo fits the limit of %1.</source>
        <translation>Kein brauchbares Foto passt in die Grenze von %1.</translation>
    </message>
    <message>
        <source>Your sign-in was not accepted, or it has ended.</source>
        <translation>Ihre Anmeldung wurde nicht angenommen oder ist abgelaufen.</translation>
    </message>
    <message>
        <source>Likeness is not approved there yet</source>
        <translation>Likeness ist dort noch nicht genehmigt</translation>
    </message>
    <message>
        <source>%1 lets Likeness in only after the rights it asks for have been approved.</source>
        <translation>%1 lässt Likeness erst herein, wenn die erbetenen Rechte genehmigt sind.</translation>
    </message>
    <message>
        <source>Sign in again in Settings and approve them. If you may not, ask an administrator of your organisation to approve them for everybody.</source>
        <translation>Melden Sie sich in den Einstellungen erneut an und genehmigen Sie sie. Wenn Sie das nicht dürfen, bitten Sie einen Administrator Ihrer Organisation, sie für alle zu genehmigen.</translation>
    </message>
    <message>
        <source>There was no answer, or the connection was lost.</source>
        <translation>Es kam keine Antwort, oder die Verbindung brach ab.</translation>
    </message>
    <message>
        <source>Its certificate has expired.</source>
        <translation>Das Zertifikat ist abgelaufen.</translation>
    </message>
    <message>
        <source>Its certificate was issued for another name.</source>
        <translation>Das Zertifikat gilt für einen anderen Namen.</translation>
    </message>
    <message>
        <source>Its certificate comes from an authority this computer does not know.</source>
        <translation>Das Zertifikat stammt von einer Stelle, die dieser Computer nicht kennt.</translation>
    </message>
    <message>
        <source>The policy of your organisation does not allow photos to be changed in %1.</source>
        <translation>Die Richtlinie Ihrer Organisation erlaubt nicht, in %1 Fotos zu ändern.</translation>
    </message>
    <message>
        <source>The policy of your organisation does not allow photos of more than %2 pixels in %1.</source>
        <extracomment>%2 is a number of pixels</extracomment>
        <translation>Die Richtlinie Ihrer Organisation erlaubt in %1 keine Fotos mit mehr als %2 Pixeln.</translation>
    </message>
    <message>
        <source>The policy of your organisation does not allow photos of fewer than %2 pixels in %1.</source>
        <extracomment>%2 is a number of pixels</extracomment>
        <translation>Die Richtlinie Ihrer Organisation erlaubt in %1 keine Fotos mit weniger als %2 Pixeln.</translation>
    </message>
    <message>
        <source>The policy of your organisation does not allow you to change other people&apos;s photos in %1.</source>
        <translation>Die Richtlinie Ihrer Organisation erlaubt Ihnen nicht, in %1 die Fotos anderer zu ändern.</translation>
    </message>
    <message>
        <source>The policy of your organisation protects the members of %2, and it could not be found out whether this person is one of them. So nothing is written to %1.</source>
        <extracomment>%2 is the name of one group, or of several with commas</extracomment>
        <translation>Die Richtlinie Ihrer Organisation schützt die Mitglieder von %2, und es ließ sich nicht feststellen, ob diese Person dazugehört. Darum wird nichts nach %1 geschrieben.</translation>
    </message>
    <message>
        <source>The policy of your organisation protects the photos of the members of %2 in %1.</source>
        <translation>Die Richtlinie Ihrer Organisation schützt in %1 die Fotos der Mitglieder von %2.</translation>
    </message>
    <message>
        <source>The policy of your organisation does not allow photos of many people to be written to %1 in one go.</source>
        <translation>Die Richtlinie Ihrer Organisation erlaubt nicht, Fotos vieler Personen auf einmal nach %1 zu schreiben.</translation>
    </message>
    <message>
        <source>The policy of your organisation cannot be read</source>
        <translation>Die Richtlinie Ihrer Organisation ist nicht lesbar</translation>
    </message>
    <message>
        <source>There is a policy in %1, but Likeness cannot use it. Until it can, nothing is written.</source>
        <extracomment>%1 is the path of a file</extracomment>
        <translation>In %1 steht eine Richtlinie, mit der Likeness nichts anfangen kann. Bis dahin wird nichts geschrieben.</translation>
    </message>
    <message>
        <source>Ask whoever administers this computer to correct the file; the details say what is wrong.</source>
        <translation>Bitten Sie die Verwaltung dieses Computers, die Datei zu berichtigen; was falsch ist, steht in den Details.</translation>
    </message>
    <message>
        <source>%1 The reason given: “%2”</source>
        <extracomment>%1 is a sentence, %2 what an administrator has written as the reason</extracomment>
        <translation>%1 Als Grund ist angegeben: „%2“</translation>
    </message>
    <message>
        <source>Your organisation does not allow this</source>
        <translation>Ihre Organisation erlaubt das nicht</translation>
    </message>
    <message>
        <source>Try again when the directory answers, or ask whoever administers Likeness.</source>
        <translation>Versuchen Sie es wieder, wenn das Verzeichnis antwortet, oder fragen Sie die Verwaltung von Likeness.</translation>
    </message>
    <message>
        <source>Ask whoever administers Likeness if it has to be done.</source>
        <translation>Wenn es sein muss, fragen Sie die Verwaltung von Likeness.</translation>
    </message>
    <message>
        <source>The clock of this computer or of the server is wrong</source>
        <translation>Die Uhr dieses Computers oder die des Servers geht falsch</translation>
    </message>
    <message>
        <source>The time here and the time %1 tells are too far apart, so a sign-in, a certificate or a date cannot be trusted.</source>
        <translation>Die Zeit hier und die Zeit, die %1 nennt, liegen zu weit auseinander; auf Anmeldung, Zertifikat und Datum ist so kein Verlass.</translation>
    </message>
    <message>
        <source>Set the clock and the time zone of this computer, best by the network. If they are right, tell whoever runs the server.</source>
        <translation>Stellen Sie Uhr und Zeitzone dieses Computers, am besten über das Netz. Stimmen sie, sagen Sie es den Betreibern des Servers.</translation>
    </message>
    <message>
        <source>The picture is not public</source>
        <translation>Das Bild ist nicht öffentlich</translation>
    </message>
    <message>
        <source>%1 serves its pictures only to those who sign in, so nobody sees them in Lync or Skype for Business.</source>
        <translation>%1 zeigt seine Bilder nur nach einer Anmeldung; in Lync und Skype for Business sieht sie deshalb niemand.</translation>
    </message>
    <message>
        <source>Ask whoever runs the server to let everybody read them.</source>
        <translation>Bitten Sie die Betreiber des Servers, sie für alle lesbar zu machen.</translation>
    </message>
    <message>
        <source>%1 shows the photo of Microsoft 365; it is changed there.</source>
        <translation>%1 zeigt das Foto aus Microsoft 365; dort wird es geändert.</translation>
    </message>
    <message>
        <source>%1 can only be read: there is no way to send a picture there.</source>
        <translation>%1 kann nur gelesen werden: Es gibt keinen Weg, ein Bild dorthin zu senden.</translation>
    </message>
    <message>
        <source>%1 Whoever runs that web server can put a JPEG of at most %2 KB there: %3</source>
        <extracomment>%1 is a sentence, %2 a number of kilobytes, %3 an address of the web</extracomment>
        <translation>%1 Wer den Webserver betreibt, kann dort ein JPEG von höchstens %2 KB ablegen: %3</translation>
    </message>
    <message>
        <source>%1 cannot be reached through the proxy</source>
        <translation>%1 ist durch den Proxy nicht erreichbar</translation>
    </message>
    <message>
        <source>The proxy is not there, wants a sign-in, or does not find %1.</source>
        <translation>Der Proxy ist nicht da, verlangt eine Anmeldung oder findet %1 nicht.</translation>
    </message>
    <message>
        <source>Check the proxy in Settings, or ask whoever runs the network.</source>
        <translation>Prüfen Sie den Proxy in den Einstellungen, oder fragen Sie, wer das Netz betreut.</translation>
    </message>
</context>
<context>
    <name>likeness::Figures</name>
    <message>
        <source>%1 KB</source>
        <extracomment>a number of kilobytes, as in &quot;2.9 KB&quot;</extracomment>
        <translation>%1 KB</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <extracomment>a number of megabytes, as in &quot;1.4 MB&quot;</extracomment>
        <translation>%1 MB</translation>
    </message>
</context>
<context>
    <name>likeness::FindingTexts</name>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Unreachable</source>
        <translation>Nicht erreichbar</translation>
    </message>
    <message>
        <source>No flow</source>
        <translation>Kein Weg hierher</translation>
    </message>
    <message>
        <source>In step</source>
        <translation>Im Gleichstand</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>Unterwegs</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Fehlt</translation>
    </message>
    <message>
        <source>Reduced</source>
        <translation>Verkleinert</translation>
    </message>
    <message>
        <source>Stale</source>
        <translation>Veraltet</translation>
    </message>
    <message>
        <source>Different</source>
        <translation>Abweichend</translation>
    </message>
    <message>
        <source>Removed on purpose</source>
        <translation>Absichtlich entfernt</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>today %1</source>
        <extracomment>%1 is a time of day</extracomment>
        <translation>heute %1</translation>
    </message>
    <message>
        <source>today</source>
        <translation>heute</translation>
    </message>
    <message>
        <source>yesterday %1</source>
        <extracomment>%1 is a time of day</extracomment>
        <translation>gestern %1</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>gestern</translation>
    </message>
    <message>
        <source>d MMMM</source>
        <extracomment>A day without its year, as QDate formats it: &quot;3 March&quot;</extracomment>
        <translation>d. MMMM</translation>
    </message>
    <message>
        <source>not looked at yet</source>
        <translation>noch nicht angesehen</translation>
    </message>
    <message>
        <source>no photo</source>
        <translation>kein Foto</translation>
    </message>
    <message>
        <source>%1 px</source>
        <extracomment>%1 is a number of pixels</extracomment>
        <translation>%1 px</translation>
    </message>
    <message>
        <source>%1 · from %2</source>
        <extracomment>What a program shows: %1 is a size, %2 the product it takes the photo from</extracomment>
        <translation>%1 · von %2</translation>
    </message>
    <message>
        <source>%1 · by %2</source>
        <extracomment>A state and until when: &quot;Pending · by 14:20&quot;</extracomment>
        <translation>%1 · bis %2</translation>
    </message>
    <message>
        <source>Not by itself. When %1 opens the own profile page after %2.</source>
        <extracomment>%1 is a given name, %2 a moment</extracomment>
        <translation>Nicht von selbst. Wenn %1 ab %2 die eigene Profilseite öffnet.</translation>
    </message>
    <message>
        <source>When %1 opens the own profile page; then by %2 at the latest.</source>
        <extracomment>%1 is a given name, %2 a moment</extracomment>
        <translation>Wenn %1 die eigene Profilseite öffnet; dann spätestens bis %2.</translation>
    </message>
    <message>
        <source>Not by itself. As soon as %1 opens the own profile page.</source>
        <extracomment>%1 is a given name</extracomment>
        <translation>Nicht von selbst. Sobald %1 die eigene Profilseite öffnet.</translation>
    </message>
    <message>
        <source>There is nothing to wait for.</source>
        <translation>Hier ist nichts abzuwarten.</translation>
    </message>
    <message>
        <source>Nothing can be said until it has been seen.</source>
        <translation>Solange nichts gesehen wurde, lässt sich nichts sagen.</translation>
    </message>
    <message>
        <source>It will not change by itself.</source>
        <translation>Von selbst ändert sich das nicht.</translation>
    </message>
    <message>
        <source>By itself; nobody has written down how long it takes.</source>
        <translation>Von selbst; wie lange es dauert, ist nirgends beschrieben.</translation>
    </message>
    <message>
        <source>By itself, by %1 at the latest.</source>
        <extracomment>%1 is a moment</extracomment>
        <translation>Von selbst, spätestens bis %1.</translation>
    </message>
    <message>
        <source>%1, by rule: %2, %3. %4</source>
        <extracomment>A card of the board for a screen reader: %1 product, %2 state, %3 facts, %4 until when</extracomment>
        <translation>%1, nach Regel: %2, %3. %4</translation>
    </message>
    <message>
        <source>%1: %2, %3. %4</source>
        <translation>%1: %2, %3. %4</translation>
    </message>
    <message>
        <source>on save</source>
        <translation>beim Speichern</translation>
    </message>
    <message>
        <source>on removal</source>
        <translation>beim Entfernen</translation>
    </message>
    <message>
        <source>directory sync</source>
        <translation>Verzeichnis-Sync</translation>
    </message>
    <message>
        <source>now and then</source>
        <translation>ab und zu</translation>
    </message>
    <message>
        <source>own visit</source>
        <translation>eigener Besuch</translation>
    </message>
    <message>
        <source>nightly</source>
        <translation>nachts</translation>
    </message>
    <message>
        <source>when looked at</source>
        <translation>beim Ansehen</translation>
    </message>
    <message>
        <source>with presence</source>
        <translation>mit dem Status</translation>
    </message>
    <message>
        <source>daily</source>
        <translation>täglich</translation>
    </message>
    <message>
        <source>replication</source>
        <translation>Replikation</translation>
    </message>
    <message>
        <source>mailbox move</source>
        <translation>Postfachumzug</translation>
    </message>
    <message>
        <source>change here</source>
        <translation>Änderung hier</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
</context>
<context>
    <name>likeness::FirstRunPage</name>
    <message>
        <source>One photo, everywhere</source>
        <translation>Ein Foto, überall</translation>
    </message>
    <message>
        <source>Crop a picture, see every size before anything is sent, and put it where your colleagues see it.</source>
        <translation>Schneiden Sie ein Bild zu, sehen Sie jede Größe, bevor etwas gesendet wird, und bringen Sie es dorthin, wo Ihre Kollegen es sehen.</translation>
    </message>
    <message>
        <source>Connect to my organisation</source>
        <translation>Mit meiner Organisation verbinden</translation>
    </message>
    <message>
        <source>Active Directory, Exchange, SharePoint, Microsoft 365, an LDAP server or a folder of photos. You need its address and your sign-in.</source>
        <translation>Active Directory, Exchange, SharePoint, Microsoft 365, ein LDAP-Server oder ein Fotoordner. Sie brauchen die Adresse und Ihre Anmeldung.</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Try the sandbox</source>
        <translation>Die Sandbox ausprobieren</translation>
    </message>
    <message>
        <source>An organisation on this computer with a dozen invented people. Nothing you do there leaves it.</source>
        <translation>Eine Organisation auf diesem Computer mit einem Dutzend erfundener Personen. Nichts davon verlässt ihn.</translation>
    </message>
    <message>
        <source>Start the sandbox</source>
        <translation>Sandbox starten</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Drawing the people…</source>
        <translation>Die Personen werden gezeichnet…</translation>
    </message>
    <message>
        <source>Starting the directory… The first time takes a few seconds.</source>
        <translation>Das Verzeichnis startet… Beim ersten Mal dauert das einige Sekunden.</translation>
    </message>
    <message>
        <source>The sandbox</source>
        <translation>Sandbox</translation>
    </message>
</context>
<context>
    <name>likeness::FormRows</name>
    <message>
        <source>Choose a folder</source>
        <translation>Ordner wählen</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Datei wählen</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen …</translation>
    </message>
</context>
<context>
    <name>likeness::HistoryList</name>
    <message>
        <source>begun, and never finished</source>
        <translation>begonnen, nie beendet</translation>
    </message>
    <message>
        <source>written, not read back</source>
        <translation>geschrieben, nicht zurückgelesen</translation>
    </message>
    <message>
        <source>restored and read back</source>
        <translation>wiederhergestellt und zurückgelesen</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>entfernt</translation>
    </message>
    <message>
        <source>saved and read back</source>
        <translation>gespeichert und zurückgelesen</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>somebody else had changed it; nothing was written</source>
        <translation>jemand anderes hatte es geändert; nichts wurde geschrieben</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>Nothing was written yet.</source>
        <translation>Noch nichts geschrieben.</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Restore what %1 had before %2</source>
        <extracomment>read aloud; %1 is a store, %2 a date</extracomment>
        <translation>Wiederherstellen, was %1 vor dem %2 hatte</translation>
    </message>
    <message>
        <source>There was no photo before: removes the photo</source>
        <translation>Vorher gab es kein Foto: entfernt das Foto</translation>
    </message>
    <message>
        <source>Write back the photo that was there before</source>
        <translation>Das vorherige Foto zurückschreiben</translation>
    </message>
    <message>
        <source>a copy was kept</source>
        <translation>eine Kopie wurde aufbewahrt</translation>
    </message>
</context>
<context>
    <name>likeness::ImportChips</name>
    <message>
        <source>%1  %2</source>
        <extracomment>A button that shows only some rows: %1 how they stand, %2 how many they are.</extracomment>
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>All</source>
        <extracomment>All rows of a list, however they stand.</extracomment>
        <translation>Alle</translation>
    </message>
</context>
<context>
    <name>likeness::ImportDetail</name>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Frame the face</source>
        <translation>Gesicht einrahmen</translation>
    </message>
    <message>
        <source>No row chosen</source>
        <translation>Keine Zeile gewählt</translation>
    </message>
    <message>
        <source>Choose a row to see why it stands as it does, and to correct its crop.</source>
        <translation>Wählen Sie eine Zeile, um zu sehen, warum es so um sie steht, und um ihren Ausschnitt zu ändern.</translation>
    </message>
    <message>
        <source>It is %1 (%2)</source>
        <extracomment>A button that says whom a picture is of: %1 a name, %2 what tells that person from others.</extracomment>
        <translation>Es ist %1 (%2)</translation>
    </message>
    <message>
        <source>Use this crop</source>
        <translation>Diesen Ausschnitt nehmen</translation>
    </message>
    <message>
        <source>As proposed</source>
        <translation>Wie vorgeschlagen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
</context>
<context>
    <name>likeness::ImportModel</name>
    <message>
        <source>Looking…</source>
        <translation>Ansehen …</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <extracomment>A row of an import for readers aloud: %1 a person or file, %2 the file, %3 what becomes of it.</extracomment>
        <translation>%1, %2: %3</translation>
    </message>
</context>
<context>
    <name>likeness::ImportPage</name>
    <message>
        <source>An import was not finished</source>
        <translation>Ein Import wurde nicht fertig</translation>
    </message>
    <message numerus="yes">
        <source>It was begun %1 with %2. %n row(s) still wait.</source>
        <extracomment>About an import that was cut short: %1 is a date and time, %2 a folder.</extracomment>
        <translation>
            <numerusform>Er wurde %1 mit %2 begonnen. %n Zeile wartet noch.</numerusform>
            <numerusform>Er wurde %1 mit %2 begonnen. %n Zeilen warten noch.</numerusform>
        </translation>
    </message>
    <message>
        <source>Photos for many people</source>
        <translation>Fotos für viele Personen</translation>
    </message>
    <message>
        <source>Choose a folder of pictures that are named after people, or a list that says whom each is of.</source>
        <translation>Wählen Sie einen Ordner mit Bildern, die nach Personen heißen, oder eine Liste, die sagt, wen jedes zeigt.</translation>
    </message>
    <message>
        <source>Nothing to import</source>
        <translation>Nichts zu importieren</translation>
    </message>
    <message>
        <source>There is no file in it.</source>
        <translation>Darin ist keine Datei.</translation>
    </message>
    <message>
        <source>Looking at %1 of %2…</source>
        <translation>Ansehen: %1 von %2 …</translation>
    </message>
    <message>
        <source>Nothing is written before you press Start.</source>
        <translation>Geschrieben wird erst, wenn Sie Starten drücken.</translation>
    </message>
    <message>
        <source>Putting back what was there before…</source>
        <translation>Wiederherstellen, was vorher da war …</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>Schreiben …</translation>
    </message>
    <message>
        <source>Pausing; what has begun is finished first…</source>
        <translation>Wird angehalten; was begonnen hat, wird noch fertig …</translation>
    </message>
    <message>
        <source>Paused. It goes on where it was, also after Likeness was closed.</source>
        <translation>Angehalten. Es geht weiter, wo es war, auch nachdem Likeness geschlossen wurde.</translation>
    </message>
    <message>
        <source>Undone, as far as it could be.</source>
        <translation>Rückgängig gemacht, soweit es ging.</translation>
    </message>
    <message>
        <source>Finished. Every photo that was replaced can be put back.</source>
        <translation>Fertig. Jedes ersetzte Foto kann wiederhergestellt werden.</translation>
    </message>
    <message numerus="yes">
        <source>Start (%n)</source>
        <extracomment>A button: writes the photos of %n people.</extracomment>
        <translation>
            <numerusform>Starten (%n)</numerusform>
            <numerusform>Starten (%n)</numerusform>
        </translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Bericht speichern</translation>
    </message>
    <message>
        <source>Page to print (%1)</source>
        <translation>Seite zum Drucken (%1)</translation>
    </message>
    <message>
        <source>Table (%1)</source>
        <translation>Tabelle (%1)</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Back to the people</source>
        <translation>Zurück zu den Personen</translation>
    </message>
    <message>
        <source>Import photos</source>
        <translation>Fotos importieren</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Pictures of the import</source>
        <translation>Bilder des Imports</translation>
    </message>
    <message>
        <source>How far the import is</source>
        <translation>Wie weit der Import ist</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Try failed ones again</source>
        <translation>Fehlgeschlagene noch einmal</translation>
    </message>
    <message>
        <source>Undo the import</source>
        <translation>Import rückgängig machen</translation>
    </message>
    <message>
        <source>Save report…</source>
        <translation>Bericht speichern …</translation>
    </message>
    <message>
        <source>New look</source>
        <translation>Neu ansehen</translation>
    </message>
    <message>
        <source>Writing the handover: %1 of %2…</source>
        <extracomment>How far a handover is: %1 of %2 people.</extracomment>
        <translation>Die Übergabe wird geschrieben: %1 von %2 …</translation>
    </message>
    <message>
        <source>Photos for somebody with the right: %1. What to do with them stands in README.txt in %2.</source>
        <extracomment>%1 is how many photos, %2 the path of a folder.</extracomment>
        <translation>Fotos für jemanden mit dem Recht: %1. Was damit zu tun ist, steht in README.txt in %2.</translation>
    </message>
    <message>
        <source>For %1 there is no script; they are listed there.</source>
        <extracomment>Follows another sentence; %1 is how many.</extracomment>
        <translation>Für %1 gibt es kein Skript; sie sind dort aufgeführt.</translation>
    </message>
    <message>
        <source>Handover saved</source>
        <translation>Übergabe gespeichert</translation>
    </message>
    <message>
        <source>Where the handover is made</source>
        <translation>Wo die Übergabe angelegt wird</translation>
    </message>
    <message>
        <source>Save handover…</source>
        <translation>Übergabe speichern …</translation>
    </message>
    <message>
        <source>Save the photos that you may not write yourself, with scripts for somebody who may</source>
        <translation>Die Fotos, die Sie nicht selbst schreiben dürfen, speichern, mit Skripten für jemanden, der es darf</translation>
    </message>
</context>
<context>
    <name>likeness::ImportSource</name>
    <message>
        <source>The folder of pictures</source>
        <translation>Der Ordner mit Bildern</translation>
    </message>
    <message>
        <source>A list of files and people</source>
        <translation>Eine Liste von Dateien und Personen</translation>
    </message>
    <message>
        <source>Lists (%1)</source>
        <translation>Listen (%1)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>The list says whom each picture is of.</source>
        <translation>Die Liste sagt, wen jedes Bild zeigt.</translation>
    </message>
    <message>
        <source>How the files are named. There are %1; alternatives are parted by |.</source>
        <extracomment>%1 are placeholders, with commas.</extracomment>
        <translation>Wie die Dateien heißen. Es gibt %1; Möglichkeiten werden durch | getrennt.</translation>
    </message>
    <message>
        <source>does not fit</source>
        <translation>passt nicht</translation>
    </message>
    <message>
        <source>Choose folder…</source>
        <translation>Ordner wählen …</translation>
    </message>
    <message>
        <source>Choose list (CSV)…</source>
        <translation>Liste (CSV) wählen …</translation>
    </message>
    <message>
        <source>or drop a folder here</source>
        <translation>oder einen Ordner hierher ziehen</translation>
    </message>
    <message>
        <source>File names</source>
        <translation>Dateinamen</translation>
    </message>
    <message>
        <source>How the files are named</source>
        <translation>Wie die Dateien heißen</translation>
    </message>
    <message>
        <source>Write to</source>
        <translation>Schreiben in</translation>
    </message>
    <message>
        <source>Only people without a photo</source>
        <translation>Nur Personen ohne Foto</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Noch einmal ansehen</translation>
    </message>
</context>
<context>
    <name>likeness::ImportTexts</name>
    <message>
        <source>%1: somebody else has changed the photo since it was looked at; it was left as it is.</source>
        <extracomment>%1 is the title of a store.</extracomment>
        <translation>%1: Jemand anders hat das Foto geändert, seit es angesehen wurde; es blieb, wie es ist.</translation>
    </message>
    <message>
        <source>%1: another photo stands there by now; it was left as it is.</source>
        <translation>%1: Dort steht inzwischen ein anderes Foto; es blieb, wie es ist.</translation>
    </message>
    <message>
        <source>%1: has got a photo meanwhile; it was left as it is.</source>
        <translation>%1: hat inzwischen ein Foto bekommen; es blieb, wie es ist.</translation>
    </message>
    <message>
        <source>%1: %2. %3</source>
        <extracomment>What went wrong in one store: %1 its title, %2 a few words, %3 what to do.</extracomment>
        <translation>%1: %2. %3</translation>
    </message>
    <message>
        <source>Ready</source>
        <extracomment>What becomes of a file of an import, a few words.</extracomment>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>Already the same</source>
        <translation>Schon dasselbe</translation>
    </message>
    <message>
        <source>Has a photo</source>
        <translation>Hat ein Foto</translation>
    </message>
    <message>
        <source>Nobody fits</source>
        <translation>Niemand passt</translation>
    </message>
    <message>
        <source>Several fit</source>
        <translation>Mehrere passen</translation>
    </message>
    <message>
        <source>Two files, one person</source>
        <translation>Zwei Dateien, eine Person</translation>
    </message>
    <message>
        <source>No picture</source>
        <translation>Kein Bild</translation>
    </message>
    <message>
        <source>Not allowed</source>
        <translation>Nicht erlaubt</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>Keine Antwort</translation>
    </message>
    <message>
        <source>Small: the largest size is enlarged</source>
        <extracomment>Advice on a picture of an import, a few words.</extracomment>
        <translation>Klein: die größte Größe wird vergrößert</translation>
    </message>
    <message>
        <source>No face found</source>
        <translation>Kein Gesicht gefunden</translation>
    </message>
    <message>
        <source>Several faces</source>
        <translation>Mehrere Gesichter</translation>
    </message>
    <message>
        <source>Looks blurred</source>
        <translation>Wirkt unscharf</translation>
    </message>
    <message>
        <source>Not square: a part is cut away</source>
        <translation>Nicht quadratisch: ein Teil fällt weg</translation>
    </message>
    <message>
        <source>Left out</source>
        <extracomment>How a file of an import ended, a few words.</extracomment>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Being written</source>
        <translation>Wird geschrieben</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>In some stores</source>
        <translation>In manchen Speicherorten</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Changed by others</source>
        <translation>Von anderen geändert</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>Rückgängig gemacht</translation>
    </message>
    <message>
        <source>Not undone</source>
        <translation>Nicht rückgängig gemacht</translation>
    </message>
    <message>
        <source>Say how the files are named; for example with %1.</source>
        <extracomment>%1 are placeholders, with commas.</extracomment>
        <translation>Sagen Sie, wie die Dateien heißen; zum Beispiel mit %1.</translation>
    </message>
    <message>
        <source>A brace is opened or closed only; a placeholder looks like {mail}.</source>
        <translation>Eine Klammer ist nur geöffnet oder nur geschlossen; ein Platzhalter sieht so aus: {mail}.</translation>
    </message>
    <message>
        <source>There is no placeholder {%1}. There are: %2.</source>
        <extracomment>%1 is what somebody wrote, %2 are placeholders, with commas.</extracomment>
        <translation>Es gibt keinen Platzhalter {%1}. Es gibt: %2.</translation>
    </message>
    <message>
        <source>Nothing in it names a person; use at least one of %1.</source>
        <translation>Nichts darin nennt eine Person; nehmen Sie mindestens eins von %1.</translation>
    </message>
    <message>
        <source>Before {%1} has to stand something that parts it from the one before, such as a blank or _.</source>
        <extracomment>%1 is the name of a placeholder.</extracomment>
        <translation>Vor {%1} muss etwas stehen, das ihn vom vorigen trennt, etwa ein Leerzeichen oder _.</translation>
    </message>
    <message>
        <source>The same placeholder stands there twice.</source>
        <translation>Derselbe Platzhalter steht zweimal da.</translation>
    </message>
    <message>
        <source>Line %1 is left out: its quotation marks do not match.</source>
        <extracomment>About a line of a CSV file: %1 is its number.</extracomment>
        <translation>Zeile %1 ist ausgelassen: Ihre Anführungszeichen passen nicht zusammen.</translation>
    </message>
    <message>
        <source>Line %1 is left out: it has more or fewer fields than the first.</source>
        <translation>Zeile %1 ist ausgelassen: Sie hat mehr oder weniger Felder als die erste.</translation>
    </message>
    <message>
        <source>Line %1 is left out: it names no file.</source>
        <translation>Zeile %1 ist ausgelassen: Sie nennt keine Datei.</translation>
    </message>
    <message>
        <source>Line %1 is left out: it names nobody.</source>
        <translation>Zeile %1 ist ausgelassen: Sie nennt niemanden.</translation>
    </message>
    <message>
        <source>Every chosen store shows this picture now.</source>
        <translation>Jeder gewählte Speicherort zeigt dieses Bild schon.</translation>
    </message>
    <message>
        <source>There is a photo already, and only people without one are to get one.</source>
        <translation>Es gibt schon ein Foto, und nur Personen ohne sollen eins bekommen.</translation>
    </message>
    <message>
        <source>The file&apos;s name leads to nobody in the directory.</source>
        <translation>Der Dateiname führt zu niemandem im Verzeichnis.</translation>
    </message>
    <message>
        <source>“%1” leads to nobody in the directory.</source>
        <translation>„%1“ führt zu niemandem im Verzeichnis.</translation>
    </message>
    <message>
        <source>The name fits several people: %1. Name the file after one of these.</source>
        <extracomment>%1 are the keys of people, with commas.</extracomment>
        <translation>Der Name passt zu mehreren Personen: %1. Benennen Sie die Datei nach einer davon.</translation>
    </message>
    <message>
        <source>Row %1 is for the same person; leave one of them out.</source>
        <extracomment>%1 is the number of another row.</extracomment>
        <translation>Zeile %1 ist für dieselbe Person; lassen Sie eine davon aus.</translation>
    </message>
    <message>
        <source>Left out by hand.</source>
        <translation>Von Hand ausgelassen.</translation>
    </message>
    <message>
        <source>What an import would do</source>
        <extracomment>%1 is the number of an import.</extracomment>
        <translation>Was ein Import tun würde</translation>
    </message>
    <message>
        <source>Import %1</source>
        <translation>Import %1</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Stores</source>
        <translation>Speicherorte</translation>
    </message>
    <message>
        <source>Number</source>
        <extracomment>The columns of a report: a file, whose it is, what became of it and why.</extracomment>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Advice</source>
        <translation>Hinweis</translation>
    </message>
</context>
<context>
    <name>likeness::LadderGallery</name>
    <message>
        <source>The %1, true pixels</source>
        <extracomment>%1 is an edge in pixels</extracomment>
        <translation>%1 Pixel, in echter Größe</translation>
    </message>
    <message>
        <source>All sizes, true pixels</source>
        <translation>Alle Größen, echte Pixel</translation>
    </message>
    <message>
        <source>&amp;All sizes</source>
        <translation>&amp;Alle Größen</translation>
    </message>
    <message>
        <source>&amp;Back to the crop</source>
        <translation>&amp;Zurück zum Zuschnitt</translation>
    </message>
</context>
<context>
    <name>likeness::LadderTile</name>
    <message>
        <source>%1 by %2 pixels, %3</source>
        <extracomment>read aloud: one size of the photo; %1 and %2 are pixels, %3 is like &quot;2.9 KB&quot;</extracomment>
        <translation>%1 mal %2 Pixel, %3</translation>
    </message>
    <message>
        <source>%1 by %2 pixels</source>
        <translation>%1 mal %2 Pixel</translation>
    </message>
    <message>
        <source>Press to show this size alone; drag it out as a file</source>
        <translation>Drücken zeigt diese Größe allein; herausziehen ergibt eine Datei</translation>
    </message>
</context>
<context>
    <name>likeness::LadderView</name>
    <message>
        <source>follows the crop</source>
        <translation>folgt dem Zuschnitt</translation>
    </message>
    <message>
        <source>Every size, true pixels</source>
        <translation>Jede Größe, echte Pixel</translation>
    </message>
    <message>
        <source>Square</source>
        <translation>Eckig</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>Rund</translation>
    </message>
    <message>
        <source>Shape of the sizes</source>
        <translation>Form der Größen</translation>
    </message>
    <message>
        <source>All sizes</source>
        <translation>Alle Größen</translation>
    </message>
    <message>
        <source>Show all nine sizes whole</source>
        <translation>Alle neun Größen ganz zeigen</translation>
    </message>
    <message>
        <source>Save sizes…</source>
        <extracomment>opens a folder chooser; the nine sizes are written there as files</extracomment>
        <translation>Größen speichern…</translation>
    </message>
    <message>
        <source>Write the nine sizes to a folder as JPEG files</source>
        <translation>Die neun Größen als JPEG-Dateien in einen Ordner schreiben</translation>
    </message>
    <message>
        <source>At 48 px the face is only %1 px tall: crop closer to be recognised</source>
        <extracomment>%1 is a number of pixels</extracomment>
        <translation>Bei 48 px ist das Gesicht nur %1 px hoch: enger zuschneiden, damit man Sie erkennt</translation>
    </message>
    <message>
        <source>At 48 px almost everything is dark: a lighter picture shows more</source>
        <translation>Bei 48 px ist fast alles dunkel: Ein helleres Bild zeigt mehr</translation>
    </message>
    <message>
        <source>At 48 px almost everything is bright: the face fades</source>
        <translation>Bei 48 px ist fast alles hell: Das Gesicht verblasst</translation>
    </message>
    <message>
        <source>At 48 px there is little contrast: a plainer ground would help</source>
        <translation>Bei 48 px ist wenig Kontrast: Ein ruhigerer Hintergrund hilft</translation>
    </message>
    <message>
        <source>At 48 px the face is %1 px tall, with good contrast</source>
        <translation>Bei 48 px ist das Gesicht %1 px hoch, mit gutem Kontrast</translation>
    </message>
    <message>
        <source>At 48 px the contrast is good</source>
        <translation>Bei 48 px ist der Kontrast gut</translation>
    </message>
</context>
<context>
    <name>likeness::LedgerPanel</name>
    <message>
        <source>History</source>
        <extracomment>heading of a group of settings: where is kept what was written and seen</extracomment>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>What was written and seen, with the photos from before. Several desks can share one history.</source>
        <translation>Was geschrieben und gesehen wurde, mit den Fotos von vorher. Mehrere Arbeitsplätze können einen Verlauf teilen.</translation>
    </message>
    <message>
        <source>Kept in</source>
        <translation>Aufbewahrt in</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Benutzername</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>CA file</source>
        <translation>CA-Datei</translation>
    </message>
    <message>
        <source>Server of the history</source>
        <translation>Server des Verlaufs</translation>
    </message>
    <message>
        <source>Port of the history&apos;s server</source>
        <translation>Port des Servers mit dem Verlauf</translation>
    </message>
    <message>
        <source>User name at the history&apos;s server</source>
        <translation>Benutzername beim Server mit dem Verlauf</translation>
    </message>
    <message>
        <source>Password of the history&apos;s server</source>
        <translation>Kennwort beim Server mit dem Verlauf</translation>
    </message>
    <message>
        <source>CA file of the history&apos;s server</source>
        <translation>CA-Datei des Servers mit dem Verlauf</translation>
    </message>
    <message>
        <source>A file of this account</source>
        <extracomment>a choice of where the history is kept</extracomment>
        <translation>Datei dieses Kontos</translation>
    </message>
    <message>
        <source>A PostgreSQL database</source>
        <extracomment>a choice of where the history is kept</extracomment>
        <translation>PostgreSQL-Datenbank</translation>
    </message>
    <message>
        <source>Leave empty to keep the stored one</source>
        <translation>Leer lassen, um das gespeicherte zu behalten</translation>
    </message>
    <message>
        <source>The system&apos;s authorities</source>
        <translation>Die Zertifizierungsstellen des Systems</translation>
    </message>
</context>
<context>
    <name>likeness::LookPanel</name>
    <message>
        <source>Look and language</source>
        <translation>Aussehen und Sprache</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>As the system</source>
        <extracomment>A look of the window, among light, dark and high contrast
----------
A choice of the language, before English and German</extracomment>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
</context>
<context>
    <name>likeness::Main</name>
    <message>
        <source>Put one photo of a person where everybody sees it.</source>
        <translation>Das Foto einer Person dorthin bringen, wo alle es sehen.</translation>
    </message>
    <message>
        <source>Open this organisation file.</source>
        <translation>Diese Organisationsdatei öffnen.</translation>
    </message>
    <message>
        <source>Start the built-in organisation.</source>
        <translation>Die eingebaute Organisation starten.</translation>
    </message>
    <message>
        <source>Upload a photo in the built-in organisation, write a picture of every page into this folder and quit.</source>
        <translation>Ein Foto in der eingebauten Organisation hochladen, ein Bild jeder Seite in diesen Ordner schreiben und beenden.</translation>
    </message>
    <message>
        <source>Open this picture.</source>
        <translation>Dieses Bild öffnen.</translation>
    </message>
</context>
<context>
    <name>likeness::MainWindow</name>
    <message>
        <source>My photo</source>
        <translation>Mein Foto</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Aktivität</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Likeness</source>
        <extracomment>The program&apos;s name; stays as it is</extracomment>
        <translation>Likeness</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Bereiche</translation>
    </message>
    <message>
        <source>Search for people</source>
        <translation>Personen suchen</translation>
    </message>
    <message>
        <source>What was changed, and restoring it</source>
        <translation>Was geändert wurde, und Wiederherstellen</translation>
    </message>
    <message>
        <source>Open a picture</source>
        <translation>Bild öffnen</translation>
    </message>
    <message>
        <source>Paste a picture</source>
        <translation>Bild einfügen</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>How everybody stands, in all workloads</source>
        <translation>Wie es um alle steht, in allen Diensten</translation>
    </message>
</context>
<context>
    <name>likeness::NodeTexts</name>
    <message>
        <source>Web address</source>
        <extracomment>a workload: a photo that is a picture on the web</extracomment>
        <translation>Webadresse</translation>
    </message>
    <message>
        <source>Exchange photo files</source>
        <extracomment>a workload: copies of photos as files on an Exchange server</extracomment>
        <translation>Fotodateien auf Exchange</translation>
    </message>
    <message>
        <source>Address book</source>
        <extracomment>a workload: of Lync and Skype for Business</extracomment>
        <translation>Adressbuch</translation>
    </message>
    <message>
        <source>Offline address book</source>
        <extracomment>a workload: of Outlook</extracomment>
        <translation>Offline-Adressbuch</translation>
    </message>
    <message>
        <source>Outlook on the web</source>
        <extracomment>a workload: Outlook in a browser</extracomment>
        <translation>Outlook im Web</translation>
    </message>
</context>
<context>
    <name>likeness::OrganisationEditor</name>
    <message>
        <source>Photo folder</source>
        <translation>Fotoordner</translation>
    </message>
    <message>
        <source>The keychain</source>
        <extracomment>Stands for the keychain in a sentence such as &quot;%1 cannot be reached&quot;</extracomment>
        <translation>Schlüsselbund</translation>
    </message>
    <message>
        <source>%1 answers, and you are signed in.</source>
        <translation>%1 antwortet, und Sie sind angemeldet.</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Gespeichert.</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Name of the organisation</source>
        <translation>Name der Organisation</translation>
    </message>
    <message>
        <source>Active Directory</source>
        <translation>Active Directory</translation>
    </message>
    <message>
        <source>Add an Active Directory</source>
        <translation>Active Directory hinzufügen</translation>
    </message>
    <message>
        <source>LDAP</source>
        <translation>LDAP</translation>
    </message>
    <message>
        <source>Add an LDAP directory</source>
        <translation>LDAP-Verzeichnis hinzufügen</translation>
    </message>
    <message>
        <source>Add a folder</source>
        <translation>Ordner hinzufügen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>No keychain.</source>
        <translation>Kein Schlüsselbund.</translation>
    </message>
    <message>
        <source>There is no keychain on this computer; passwords are kept for this session only.</source>
        <translation>Dieser Computer hat keinen Schlüsselbund. Passwörter gelten nur für diese Sitzung.</translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>Exchange</translation>
    </message>
    <message>
        <source>Microsoft 365</source>
        <translation>Microsoft 365</translation>
    </message>
    <message>
        <source>SharePoint</source>
        <translation>SharePoint</translation>
    </message>
    <message>
        <source>Add an Exchange server</source>
        <translation>Einen Exchange-Server hinzufügen</translation>
    </message>
    <message>
        <source>Add Microsoft 365</source>
        <translation>Microsoft 365 hinzufügen</translation>
    </message>
    <message>
        <source>Add SharePoint</source>
        <translation>SharePoint hinzufügen</translation>
    </message>
    <message>
        <source>You are signed in to %1.</source>
        <translation>Sie sind bei %1 angemeldet.</translation>
    </message>
    <message>
        <source>Give the organisation a name and at least one place where photos are kept.</source>
        <translation>Geben Sie der Organisation einen Namen und mindestens einen Ort, an dem Fotos liegen.</translation>
    </message>
    <message>
        <source>Add a place where photos are kept or shown:</source>
        <translation>Einen Ort hinzufügen, an dem Fotos liegen oder gezeigt werden:</translation>
    </message>
    <message>
        <source>Write the proxy as its name and its port, such as proxy.example.org:8080.</source>
        <translation>Geben Sie den Proxy mit Name und Port an, etwa proxy.example.org:8080.</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>Write the server, the port, the database and the user name of the history, or keep it in a file.</source>
        <translation>Geben Sie Server, Port, Datenbank und Benutzernamen des Verlaufs an, oder belassen Sie ihn in einer Datei.</translation>
    </message>
    <message>
        <source>Web address</source>
        <extracomment>a place where pictures lie: behind addresses of the web</extracomment>
        <translation>Webadresse</translation>
    </message>
    <message>
        <source>Add a web address of pictures</source>
        <translation>Webadresse mit Bildern hinzufügen</translation>
    </message>
    <message>
        <source>Skype for Business</source>
        <translation>Skype for Business</translation>
    </message>
    <message>
        <source>Add Skype for Business</source>
        <translation>Skype for Business hinzufügen</translation>
    </message>
</context>
<context>
    <name>likeness::OverviewDesk</name>
    <message>
        <source>The scan</source>
        <translation>Die Durchsicht</translation>
    </message>
    <message>
        <source>The scan has stopped.</source>
        <translation>Die Durchsicht ist stehen geblieben.</translation>
    </message>
    <message>
        <source>What has been seen is kept; the next scan goes on from there.</source>
        <translation>Was gesehen wurde, ist aufbewahrt; die nächste Durchsicht macht dort weiter.</translation>
    </message>
    <message>
        <source>The overview was not written.</source>
        <translation>Die Übersicht wurde nicht geschrieben.</translation>
    </message>
    <message>
        <source>An upload is running.</source>
        <translation>Es wird gerade hochgeladen.</translation>
    </message>
    <message>
        <source>Wait until it has finished, then choose the person again.</source>
        <translation>Warten Sie, bis das fertig ist, und wählen Sie die Person dann noch einmal.</translation>
    </message>
    <message>
        <source>Export the overview</source>
        <translation>Übersicht exportieren</translation>
    </message>
</context>
<context>
    <name>likeness::OverviewFilters</name>
    <message>
        <source>Name, mail, department…</source>
        <translation>Name, Adresse, Abteilung …</translation>
    </message>
    <message>
        <source>Search in the overview</source>
        <translation>In der Übersicht suchen</translation>
    </message>
    <message>
        <source>Workload: any</source>
        <translation>Dienst: jeder</translation>
    </message>
    <message>
        <source>Workload</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Count and filter by the state of one workload</source>
        <translation>Nach dem Zustand eines Dienstes zählen und filtern</translation>
    </message>
    <message>
        <source>Changed: any time</source>
        <translation>Geändert: irgendwann</translation>
    </message>
    <message>
        <source>Changed: last day</source>
        <translation>Geändert: letzter Tag</translation>
    </message>
    <message>
        <source>Changed: last 7 days</source>
        <translation>Geändert: letzte 7 Tage</translation>
    </message>
    <message>
        <source>Changed: last 30 days</source>
        <translation>Geändert: letzte 30 Tage</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Photo: any</source>
        <translation>Foto: jedes</translation>
    </message>
    <message>
        <source>Without photo</source>
        <translation>Ohne Foto</translation>
    </message>
    <message>
        <source>Smaller than 96 px</source>
        <translation>Kleiner als 96 px</translation>
    </message>
    <message>
        <source>Smaller than 240 px</source>
        <translation>Kleiner als 240 px</translation>
    </message>
    <message>
        <source>Smaller than 648 px</source>
        <translation>Kleiner als 648 px</translation>
    </message>
    <message>
        <source>Different photos</source>
        <translation>Verschiedene Fotos</translation>
    </message>
    <message>
        <source>Last write failed</source>
        <translation>Zuletzt fehlgeschlagen</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>Nach Namen</translation>
    </message>
    <message>
        <source>By importance</source>
        <translation>Nach Wichtigkeit</translation>
    </message>
    <message>
        <source>Changed last</source>
        <translation>Zuletzt geändert</translation>
    </message>
    <message>
        <source>Looked at last</source>
        <translation>Zuletzt angesehen</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Reihenfolge</translation>
    </message>
</context>
<context>
    <name>likeness::OverviewModel</name>
    <message>
        <source>Removed</source>
        <extracomment>A state in a narrow cell: the photo was removed on purpose.</extracomment>
        <translation>Entfernt</translation>
    </message>
    <message>
        <source>%1, overall %2</source>
        <extracomment>For screen readers: %1 is a person, %2 a state such as &quot;In step&quot;.</extracomment>
        <translation>%1, insgesamt %2</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <extracomment>For screen readers: %1 is a person, %2 a workload, %3 a state such as &quot;In step&quot;.</extracomment>
        <translation>%1, %2: %3</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
</context>
<context>
    <name>likeness::OverviewPage</name>
    <message>
        <source>Nobody fits</source>
        <translation>Niemand passt</translation>
    </message>
    <message numerus="yes">
        <source>No one of the %Ln people fits what is chosen.</source>
        <translation>
            <numerusform>Die eine Person passt nicht zu dem, was gewählt ist.</numerusform>
            <numerusform>Keine der %Ln Personen passt zu dem, was gewählt ist.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show everybody</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>Nobody has been looked at yet</source>
        <translation>Noch wurde niemand angesehen</translation>
    </message>
    <message>
        <source>A scan looks at all stores of everybody in the directory and keeps how they stand. It can be paused at any time, and several desks with one ledger share the work.</source>
        <translation>Eine Durchsicht sieht bei allen Personen des Verzeichnisses alle Speicherorte an und hält fest, wie es um sie steht. Sie kann jederzeit angehalten werden, und mehrere Arbeitsplätze mit einem Verlauf teilen sich die Arbeit.</translation>
    </message>
    <message>
        <source>Scan everybody</source>
        <translation>Alle durchsehen</translation>
    </message>
    <message>
        <source>The ledger</source>
        <translation>Der Verlauf</translation>
    </message>
    <message numerus="yes">
        <source>%Ln people</source>
        <extracomment>%n is how many people are in the overview.</extracomment>
        <translation>
            <numerusform>%Ln Person</numerusform>
            <numerusform>%Ln Personen</numerusform>
        </translation>
    </message>
    <message>
        <source>last scan %1</source>
        <extracomment>%1 is a date and time.</extracomment>
        <translation>letzte Durchsicht %1</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Table for spreadsheets (CSV)…</source>
        <translation>Tabelle für Tabellenprogramme (CSV) …</translation>
    </message>
    <message>
        <source>Report to read and print…</source>
        <translation>Bericht zum Lesen und Drucken …</translation>
    </message>
    <message>
        <source>People and their workloads</source>
        <translation>Personen und ihre Dienste</translation>
    </message>
</context>
<context>
    <name>likeness::OverviewReport</name>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Abteilung</translation>
    </message>
    <message>
        <source>Overall</source>
        <translation>Insgesamt</translation>
    </message>
    <message>
        <source>Photos of %1</source>
        <extracomment>Heading of a report; %1 is an organisation.</extracomment>
        <translation>Fotos von %1</translation>
    </message>
    <message>
        <source>People by state</source>
        <translation>Personen nach Zustand</translation>
    </message>
    <message>
        <source>There are more people than a page can show; the CSV file has all.</source>
        <translation>Es sind mehr Personen, als eine Seite zeigen kann; die CSV-Datei hat alle.</translation>
    </message>
</context>
<context>
    <name>likeness::PeopleSearchPage</name>
    <message>
        <source>The directory</source>
        <extracomment>Stands for the directory in a sentence such as &quot;%1 cannot be reached&quot;</extracomment>
        <translation>Verzeichnis</translation>
    </message>
    <message>
        <source>Nobody found</source>
        <translation>Niemand gefunden</translation>
    </message>
    <message>
        <source>Try the beginning of a first name, last name, account or mail address.</source>
        <translation>Versuchen Sie den Anfang von Vorname, Nachname, Konto oder E-Mail-Adresse.</translation>
    </message>
    <message>
        <source>This organisation has no list of people</source>
        <translation>Diese Organisation hat keine Personenliste</translation>
    </message>
    <message>
        <source>Add a directory, or a CSV file of people to its folder, in Settings.</source>
        <translation>Fügen Sie in den Einstellungen ein Verzeichnis hinzu, oder zum Ordner eine CSV-Datei der Personen.</translation>
    </message>
    <message>
        <source>Whose photo?</source>
        <translation>Wessen Foto?</translation>
    </message>
    <message>
        <source>Type the beginning of a name, an account or a mail address.</source>
        <translation>Geben Sie den Anfang eines Namens, Kontos oder einer E-Mail-Adresse ein.</translation>
    </message>
    <message>
        <source>Search for a person</source>
        <translation>Person suchen</translation>
    </message>
    <message>
        <source>People found</source>
        <translation>Gefundene Personen</translation>
    </message>
    <message>
        <source>The history</source>
        <extracomment>Stands for the ledger in a sentence such as &quot;%1 cannot be reached&quot;</extracomment>
        <translation>Der Verlauf</translation>
    </message>
    <message>
        <source>Nobody stands so</source>
        <translation>Bei niemandem ist es so</translation>
    </message>
    <message>
        <source>Among those who have been looked at. Scan in Overview to look at everybody.</source>
        <translation>Unter denen, die angesehen wurden. Eine Durchsicht in der Übersicht sieht alle an.</translation>
    </message>
    <message>
        <source>Exporting: %1</source>
        <extracomment>%1 is how many photos were looked for so far</extracomment>
        <translation>Exportieren: %1</translation>
    </message>
    <message>
        <source>Selected: %1</source>
        <extracomment>%1 is how many people are selected in the list</extracomment>
        <translation>Ausgewählt: %1</translation>
    </message>
    <message>
        <source>Everybody</source>
        <extracomment>filter of a list of people: all of them</extracomment>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Without photo</source>
        <extracomment>filter of a list of people</extracomment>
        <translation>Ohne Foto</translation>
    </message>
    <message>
        <source>Small</source>
        <extracomment>filter of a list of people: their largest photo is too small</extracomment>
        <translation>Klein</translation>
    </message>
    <message>
        <source>Different</source>
        <extracomment>filter of a list of people: different photos in different places</extracomment>
        <translation>Abweichend</translation>
    </message>
    <message>
        <source>Failed</source>
        <extracomment>filter of a list of people: the last upload failed</extracomment>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Export photos…</source>
        <translation>Fotos exportieren …</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancel the export</source>
        <translation>Export abbrechen</translation>
    </message>
    <message>
        <source>Import photos…</source>
        <translation>Fotos importieren …</translation>
    </message>
    <message>
        <source>Last changed</source>
        <extracomment>filter of a list of people: whoever has a photo, the one that changed last comes first</extracomment>
        <translation>Zuletzt geändert</translation>
    </message>
</context>
<context>
    <name>likeness::PersonPage</name>
    <message>
        <source>Photo</source>
        <extracomment>tab of a person&apos;s page: the picture and its upload</extracomment>
        <translation>Foto</translation>
    </message>
    <message>
        <source>Sync board</source>
        <extracomment>tab of a person&apos;s page: what each workload shows</extracomment>
        <translation>Abgleich</translation>
    </message>
    <message>
        <source>Sync board  %1</source>
        <extracomment>tab of a person&apos;s page; %1 is how many workloads are not as they should be</extracomment>
        <translation>Abgleich  %1</translation>
    </message>
    <message numerus="yes">
        <source>Sync board, %n workload(s) need attention</source>
        <extracomment>the same tab, read aloud</extracomment>
        <translation>
            <numerusform>Abgleich, %n Dienst ist zu beachten</numerusform>
            <numerusform>Abgleich, %n Dienste sind zu beachten</numerusform>
        </translation>
    </message>
    <message>
        <source>Photo or sync board</source>
        <extracomment>shortcut: goes from one tab of the person&apos;s page to the other</extracomment>
        <translation>Foto oder Abgleich</translation>
    </message>
</context>
<context>
    <name>likeness::PhotoCover</name>
    <message>
        <source>Opening %1…</source>
        <translation>%1 wird geöffnet…</translation>
    </message>
    <message>
        <source>Drop a picture here, paste one, or open a file</source>
        <translation>Bild hier ablegen, einfügen oder eine Datei öffnen</translation>
    </message>
    <message>
        <source>JPEG, PNG, WebP, HEIC, TIFF, GIF or BMP</source>
        <translation>JPEG, PNG, WebP, HEIC, TIFF, GIF oder BMP</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>Ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>Open a picture (%1)</source>
        <translation>Bild öffnen (%1)</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Einfügen</translation>
    </message>
    <message>
        <source>Use the picture on the clipboard (%1)</source>
        <translation>Das Bild aus der Zwischenablage verwenden (%1)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Opened last</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
</context>
<context>
    <name>likeness::PhotoPage</name>
    <message>
        <source>Pasted picture</source>
        <translation>Eingefügtes Bild</translation>
    </message>
    <message>
        <source>No picture there.</source>
        <translation>Dort ist kein Bild.</translation>
    </message>
    <message>
        <source>This is only the address of a picture. Copy the picture itself, or save it first.</source>
        <translation>Das ist nur die Adresse eines Bildes. Kopieren Sie das Bild selbst, oder speichern Sie es zuerst.</translation>
    </message>
    <message>
        <source>Copy a picture or a picture file, then paste again.</source>
        <translation>Kopieren Sie ein Bild oder eine Bilddatei und fügen Sie dann noch einmal ein.</translation>
    </message>
    <message>
        <source>Open a picture</source>
        <translation>Bild öffnen</translation>
    </message>
    <message>
        <source>Pictures (%1)</source>
        <translation>Bilder (%1)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Save the nine sizes to a folder</source>
        <translation>Die neun Größen in einen Ordner speichern</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Gespeichert.</translation>
    </message>
    <message numerus="yes">
        <source>%n size(s) are in %1.</source>
        <translation>
            <numerusform>%n Größe liegt in %1.</numerusform>
            <numerusform>%n Größen liegen in %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 → sRGB</source>
        <extracomment>the colour space of the picture, converted; %1 is like &quot;Display P3&quot;</extracomment>
        <translation>%1 → sRGB</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Frame the face</source>
        <translation>Gesicht einrahmen</translation>
    </message>
    <message>
        <source>Face %1 of %2. Press Frame the face again for the next one.</source>
        <translation>Gesicht %1 von %2. Noch einmal „Gesicht einrahmen“ zeigt das nächste.</translation>
    </message>
    <message>
        <source>Centre the crop</source>
        <translation>Zuschnitt in die Mitte</translation>
    </message>
    <message>
        <source>No face was found.</source>
        <translation>Kein Gesicht gefunden.</translation>
    </message>
    <message>
        <source>The crop is centred; move it where you like.</source>
        <translation>Der Zuschnitt liegt in der Mitte. Schieben Sie ihn, wohin Sie wollen.</translation>
    </message>
</context>
<context>
    <name>likeness::PhotoPair</name>
    <message>
        <source>There are not two photos to compare.</source>
        <extracomment>beside the picture of the difference of two photos; %1 is like &quot;31 %&quot;</extracomment>
        <translation>Es gibt keine zwei Fotos zum Vergleichen.</translation>
    </message>
    <message>
        <source>Black where both are the same. %1 of the pixels differ visibly.</source>
        <translation>Schwarz, wo beide gleich sind. %1 der Pixel weichen sichtbar ab.</translation>
    </message>
    <message>
        <source>no photo</source>
        <translation>kein Foto</translation>
    </message>
    <message>
        <source>%1: no photo</source>
        <extracomment>read aloud: a photo; %1 is like &quot;SharePoint now&quot;, %2 is like &quot;300 × 300&quot;</extracomment>
        <translation>%1: kein Foto</translation>
    </message>
    <message>
        <source>%1: %2 pixels</source>
        <translation>%1: %2 Pixel</translation>
    </message>
    <message>
        <source>Drag to move both photos</source>
        <translation>Ziehen verschiebt beide Fotos</translation>
    </message>
</context>
<context>
    <name>likeness::PlanOutcome</name>
    <message>
        <source>there now</source>
        <translation>jetzt dort</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>entfernt</translation>
    </message>
    <message>
        <source>yours</source>
        <translation>Ihres</translation>
    </message>
    <message>
        <source>Retry %1</source>
        <extracomment>read aloud; %1 is a store, like &quot;Active Directory&quot;</extracomment>
        <translation>%1 erneut versuchen</translation>
    </message>
    <message>
        <source>Keep theirs in %1</source>
        <translation>Das fremde in %1 behalten</translation>
    </message>
    <message>
        <source>Replace it in %1</source>
        <translation>In %1 ersetzen</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Details kopieren</translation>
    </message>
    <message>
        <source>Keep theirs</source>
        <extracomment>of two photos: the one somebody else wrote</extracomment>
        <translation>Fremdes behalten</translation>
    </message>
    <message>
        <source>Replace it</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Somebody who administers it can do it with a command.</source>
        <translation>Wer das System verwaltet, kann es mit einem Befehl tun.</translation>
    </message>
    <message>
        <source>Copy the command for %1</source>
        <translation>Den Befehl für %1 kopieren</translation>
    </message>
    <message>
        <source>Copy the command</source>
        <translation>Befehl kopieren</translation>
    </message>
</context>
<context>
    <name>likeness::PlanRow</name>
    <message>
        <source>%1 of %2</source>
        <extracomment>bytes against a limit, as in &quot;8.3 KB of 10 KB&quot;</extracomment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>quality %1</source>
        <extracomment>the quality of a JPEG, 0 to 100</extracomment>
        <translation>Qualität %1</translation>
    </message>
    <message>
        <source>looking what is there now…</source>
        <translation>sieht nach, was jetzt dort ist…</translation>
    </message>
    <message>
        <source>no photo there yet</source>
        <translation>noch kein Foto dort</translation>
    </message>
    <message>
        <source>replaces something of %1 that is no picture</source>
        <translation>ersetzt etwas mit %1, das kein Bild ist</translation>
    </message>
    <message>
        <source>replaces %1, %2</source>
        <extracomment>what stands in the store now, as in &quot;replaces 64 × 64, 2.1 KB&quot;</extracomment>
        <translation>ersetzt %1, %2</translation>
    </message>
    <message>
        <source>keeping the photo that is there…</source>
        <translation>bewahrt das bisherige Foto auf…</translation>
    </message>
    <message>
        <source>writing…</source>
        <translation>schreibt…</translation>
    </message>
    <message>
        <source>reading back…</source>
        <translation>liest zurück…</translation>
    </message>
    <message>
        <source>saved and read back</source>
        <translation>gespeichert und zurückgelesen</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>Upload to %1</source>
        <extracomment>read aloud on a check box; %1 is a store, like &quot;Active Directory&quot;</extracomment>
        <translation>In %1 hochladen</translation>
    </message>
    <message>
        <source>step %1</source>
        <extracomment>the place of a store in the order of writing</extracomment>
        <translation>Schritt %1</translation>
    </message>
    <message>
        <source>read only</source>
        <extracomment>of a store: nothing can be written there</extracomment>
        <translation>nur lesen</translation>
    </message>
    <message>
        <source>there is %1, %2</source>
        <extracomment>what stands in a store that is only read, as in &quot;there is 192 × 192, 9 KB&quot;</extracomment>
        <translation>dort liegt %1, %2</translation>
    </message>
</context>
<context>
    <name>likeness::PlanView</name>
    <message>
        <source>Order matters.</source>
        <translation>Die Reihenfolge zählt.</translation>
    </message>
    <message>
        <source>Saving to Exchange replaces the directory photo with a 64 × 64 copy, so the directory is written last.</source>
        <translation>Exchange ersetzt beim Speichern das Foto im Verzeichnis durch eine Kopie mit 64 × 64. Deshalb kommt das Verzeichnis zuletzt.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Upload</source>
        <translation>&amp;Hochladen</translation>
    </message>
    <message>
        <source>Stop; stores already written keep the new photo</source>
        <translation>Abbrechen; schon beschriebene Speicherorte behalten das neue Foto</translation>
    </message>
    <message>
        <source>Write the photo to the chosen stores (%1)</source>
        <translation>Das Foto an die gewählten Speicherorte schreiben (%1)</translation>
    </message>
    <message>
        <source>What was written</source>
        <translation>Was geschrieben wurde</translation>
    </message>
    <message>
        <source>Upload to</source>
        <translation>Hochladen nach</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Neu nachsehen</translation>
    </message>
    <message>
        <source>Look again what each store has now (%1)</source>
        <translation>Neu nachsehen, was jeder Speicherort jetzt hat (%1)</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>What was written before, and Restore</source>
        <translation>Was bisher geschrieben wurde, und Wiederherstellen</translation>
    </message>
    <message>
        <source>The photo that is there now is kept; you can restore it.</source>
        <translation>Das jetzige Foto wird aufbewahrt. Sie können es wiederherstellen.</translation>
    </message>
</context>
<context>
    <name>likeness::ProxyRow</name>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>As the system</source>
        <extracomment>A choice of the proxy: what the operating system says</extracomment>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>None</source>
        <extracomment>A choice of the proxy: servers are asked directly</extracomment>
        <translation>Keiner</translation>
    </message>
    <message>
        <source>This one:</source>
        <extracomment>A choice of the proxy, whose address is typed beside it</extracomment>
        <translation>Dieser:</translation>
    </message>
    <message>
        <source>Address of the proxy</source>
        <translation>Adresse des Proxys</translation>
    </message>
</context>
<context>
    <name>likeness::SandboxBar</name>
    <message>
        <source>Sandbox clock %1</source>
        <extracomment>the clock of the built-in practice organisation; %1 is like &quot;Sat 21 Nov 09:25&quot;
----------
read aloud: %1 is like &quot;+6 h&quot;</extracomment>
        <translation>Uhr der Sandbox: %1</translation>
    </message>
    <message>
        <source>+1 h</source>
        <extracomment>button: puts the sandbox&apos;s clock one hour forward</extracomment>
        <translation>+1 h</translation>
    </message>
    <message>
        <source>+6 h</source>
        <extracomment>button: puts the sandbox&apos;s clock six hours forward</extracomment>
        <translation>+6 h</translation>
    </message>
    <message>
        <source>+1 d</source>
        <extracomment>button: puts the sandbox&apos;s clock one day forward</extracomment>
        <translation>+1 Tag</translation>
    </message>
    <message>
        <source>+7 d</source>
        <extracomment>button: puts the sandbox&apos;s clock seven days forward</extracomment>
        <translation>+7 Tage</translation>
    </message>
    <message>
        <source>Open the own profile</source>
        <extracomment>button, in the sandbox: as if that person looked at the own profile page; %1 is the given name</extracomment>
        <translation>Eigenes Profil öffnen</translation>
    </message>
    <message>
        <source>Open the profile as %1</source>
        <translation>Profil als %1 öffnen</translation>
    </message>
    <message>
        <source>Run directory sync</source>
        <extracomment>button, in the sandbox: the directory&apos;s photos are carried to the cloud now</extracomment>
        <translation>Verzeichnis synchronisieren</translation>
    </message>
    <message>
        <source>Delete in Outlook on the web</source>
        <extracomment>button, in the sandbox: as if that person removed the photo there</extracomment>
        <translation>In Outlook im Web löschen</translation>
    </message>
</context>
<context>
    <name>likeness::ScanBar</name>
    <message>
        <source>Progress of the scan</source>
        <translation>Fortschritt der Durchsicht</translation>
    </message>
    <message>
        <source>Paused at %1 %</source>
        <extracomment>The scan is paused; %1 is a number in percent.</extracomment>
        <translation>Angehalten bei %1 %</translation>
    </message>
    <message>
        <source>Listing people… %1</source>
        <extracomment>%1 is a number of people.</extracomment>
        <translation>Personen auflisten … %1</translation>
    </message>
    <message numerus="yes">
        <source>%n s left</source>
        <comment>seconds</comment>
        <translation>
            <numerusform>noch %n s</numerusform>
            <numerusform>noch %n s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min left</source>
        <comment>minutes</comment>
        <translation>
            <numerusform>noch %n min</numerusform>
            <numerusform>noch %n min</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 % · %2 people/s · %3</source>
        <extracomment>Progress of a scan: %1 percent, %2 people a second, %3 is &quot;31 s left&quot;.</extracomment>
        <translation>%1 % · %2 Personen/s · %3</translation>
    </message>
    <message>
        <source>%1 %</source>
        <extracomment>%1 is a number in percent.</extracomment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Scan now</source>
        <translation>Jetzt durchsehen</translation>
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
        <source>Stop</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>What has been seen is kept; the next scan goes on from there</source>
        <translation>Was gesehen wurde, ist aufbewahrt; die nächste Durchsicht macht dort weiter</translation>
    </message>
</context>
<context>
    <name>likeness::Screenshots</name>
    <message>
        <source>This did not come: %1. The window as it stood is in failed.png.</source>
        <translation>Das kam nicht: %1. Das Fenster, wie es dann aussah, ist in failed.png.</translation>
    </message>
    <message>
        <source>The photo was written to and read back from: %1.</source>
        <extracomment>%1 are names of stores, with commas</extracomment>
        <translation>Das Foto wurde geschrieben und zurückgelesen: %1.</translation>
    </message>
</context>
<context>
    <name>likeness::ShortcutsView</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>likeness::StateChip</name>
    <message numerus="yes">
        <source>%1: %Ln people</source>
        <extracomment>For screen readers, a filter: %1 is a state such as &quot;In step&quot;.</extracomment>
        <translation>
            <numerusform>%1: %Ln Person</numerusform>
            <numerusform>%1: %Ln Personen</numerusform>
        </translation>
    </message>
    <message>
        <source>Show only: %1</source>
        <extracomment>%1 is a state such as &quot;In step&quot;.</extracomment>
        <translation>Nur zeigen: %1</translation>
    </message>
</context>
<context>
    <name>likeness::StateView</name>
    <message>
        <source>Retry</source>
        <extracomment>Button under an error: do the same again</extracomment>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Copy details</source>
        <extracomment>Button under an error: puts the technical details on the clipboard</extracomment>
        <translation>Details kopieren</translation>
    </message>
</context>
<context>
    <name>likeness::SyncPage</name>
    <message>
        <source>No workloads to look at</source>
        <translation>Keine Dienste zum Nachsehen</translation>
    </message>
    <message>
        <source>Connect Exchange, Microsoft 365, SharePoint or a directory under Settings; then this board shows which photo each of them has.</source>
        <translation>Verbinden Sie unter Einstellungen Exchange, Microsoft 365, SharePoint oder ein Verzeichnis. Dann zeigt der Abgleich, welches Foto dort jeweils liegt.</translation>
    </message>
    <message>
        <source>Needs attention: %1</source>
        <extracomment>beside the state of the whole board: how many workloads are not as they should be</extracomment>
        <translation>Zu beachten: %1</translation>
    </message>
    <message>
        <source>Nothing needs attention</source>
        <translation>Nichts zu beachten</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Sieht nach…</translation>
    </message>
    <message>
        <source>No workload has a photo of %1 yet.</source>
        <translation>Noch hat kein Dienst ein Foto von %1.</translation>
    </message>
    <message>
        <source>Refresh</source>
        <extracomment>Button: looks at all workloads again</extracomment>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <source>Look at all workloads again (F5)</source>
        <translation>Bei allen Diensten noch einmal nachsehen (F5)</translation>
    </message>
    <message>
        <source>Watch</source>
        <extracomment>Toggle: looks again and again until everything is in step</extracomment>
        <translation>Beobachten</translation>
    </message>
    <message>
        <source>Look again and again until everything is in step, then say so</source>
        <translation>Immer wieder nachsehen, bis alles im Gleichstand ist, und es dann melden</translation>
    </message>
    <message>
        <source>Export…</source>
        <extracomment>Button with a menu: writes the whole diagnosis to a file</extracomment>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Web page (HTML)…</source>
        <translation>Webseite (HTML)…</translation>
    </message>
    <message>
        <source>Document (PDF)…</source>
        <translation>Dokument (PDF)…</translation>
    </message>
    <message>
        <source>Choose a photo</source>
        <extracomment>Button beside &quot;No workload has a photo&quot;: leads to where one is chosen</extracomment>
        <translation>Foto wählen</translation>
    </message>
    <message>
        <source>Your organisation</source>
        <translation>Ihre Organisation</translation>
    </message>
</context>
<context>
    <name>likeness::SyncWords</name>
    <message>
        <source>the same picture</source>
        <extracomment>of two photos</extracomment>
        <translation>dasselbe Bild</translation>
    </message>
    <message>
        <source>the same picture, cut differently</source>
        <extracomment>of two photos</extracomment>
        <translation>dasselbe Bild, anders zugeschnitten</translation>
    </message>
    <message>
        <source>the same picture, mirrored</source>
        <extracomment>of two photos</extracomment>
        <translation>dasselbe Bild, gespiegelt</translation>
    </message>
    <message>
        <source>another picture</source>
        <extracomment>of two photos</extracomment>
        <translation>ein anderes Bild</translation>
    </message>
    <message>
        <source>documented by Microsoft</source>
        <extracomment>where a rule of the sync board is from: the vendor&apos;s documentation</extracomment>
        <translation>von Microsoft dokumentiert</translation>
    </message>
    <message>
        <source>from a blog of Microsoft&apos;s</source>
        <extracomment>where a rule of the sync board is from</extracomment>
        <translation>aus einem Blog von Microsoft</translation>
    </message>
    <message>
        <source>seen by administrators</source>
        <extracomment>where a rule of the sync board is from</extracomment>
        <translation>von Administratoren beobachtet</translation>
    </message>
    <message>
        <source>probably, by inference</source>
        <extracomment>how sure a rule of the sync board is: it follows from others</extracomment>
        <translation>wahrscheinlich, abgeleitet</translation>
    </message>
    <message>
        <source>not verified</source>
        <extracomment>how sure a rule of the sync board is</extracomment>
        <translation>nicht überprüft</translation>
    </message>
    <message>
        <source>Sources disagree: %1</source>
        <extracomment>%1 is what each of them says, separated by semicolons</extracomment>
        <translation>Die Quellen sind sich nicht einig: %1</translation>
    </message>
    <message>
        <source>rule %1 · %2</source>
        <extracomment>%1 is the number of a rule as in &quot;F08&quot;, %2 is like &quot;documented by Microsoft&quot;</extracomment>
        <translation>Regel %1 · %2</translation>
    </message>
    <message>
        <source>%1 min</source>
        <extracomment>how long it takes at most; minutes</extracomment>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <extracomment>how long it takes at most; hours</extracomment>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 d</source>
        <extracomment>how long it takes at most; days</extracomment>
        <translation>%1 d</translation>
    </message>
    <message>
        <source>seen %1 s ago</source>
        <extracomment>when the workloads were looked at; %1 is a number of seconds</extracomment>
        <translation>vor %1 s gesehen</translation>
    </message>
    <message>
        <source>seen %1 min ago</source>
        <extracomment>when the workloads were looked at; %1 is a number of minutes</extracomment>
        <translation>vor %1 min gesehen</translation>
    </message>
    <message>
        <source>seen at %1</source>
        <extracomment>when the workloads were looked at; %1 is a time of day</extracomment>
        <translation>um %1 gesehen</translation>
    </message>
    <message>
        <source>seen on %1 at %2</source>
        <extracomment>when the workloads were looked at; %1 is a day, %2 a time of day</extracomment>
        <translation>am %1 um %2 gesehen</translation>
    </message>
    <message>
        <source>seen just now</source>
        <extracomment>when the workloads were looked at: less than five seconds ago</extracomment>
        <translation>gerade eben gesehen</translation>
    </message>
</context>
<context>
    <name>likeness::TimelinePanel</name>
    <message>
        <source>What changes from now on is listed here.</source>
        <translation>Was sich von jetzt an ändert, steht hier.</translation>
    </message>
    <message>
        <source>Timeline</source>
        <extracomment>head of the list of what was seen when</extracomment>
        <translation>Zeitleiste</translation>
    </message>
</context>
<context>
    <name>likeness::TourBar</name>
    <message>
        <source>Guided tours</source>
        <translation>Führungen</translation>
    </message>
    <message>
        <source>End the tour</source>
        <translation>Führung beenden</translation>
    </message>
    <message>
        <source>Six short stories, played in the sandbox: each ends with everything in step.</source>
        <translation>Sechs kurze Geschichten, in der Sandbox gespielt: Am Ende ist jedes Mal alles im Gleichstand.</translation>
    </message>
</context>
<context>
    <name>likeness::TourTexts</name>
    <message>
        <source>SharePoint waits for a visit</source>
        <translation>SharePoint wartet auf einen Besuch</translation>
    </message>
    <message>
        <source>Ada gets a new photo. Everything has it within the hour, except SharePoint, for weeks.</source>
        <translation>Ada bekommt ein neues Foto. Alles hat es innerhalb einer Stunde, nur SharePoint wochenlang nicht.</translation>
    </message>
    <message>
        <source>Removed, and the directory&apos;s is not used</source>
        <translation>Entfernt, und das des Verzeichnisses wird nicht verwendet</translation>
    </message>
    <message>
        <source>Dmitri deletes his photo in Outlook. Later one is put into the directory, and nobody sees it.</source>
        <translation>Dmitri löscht sein Foto in Outlook. Später kommt eines ins Verzeichnis, und niemand sieht es.</translation>
    </message>
    <message>
        <source>Blurred in meetings</source>
        <translation>Unscharf in Besprechungen</translation>
    </message>
    <message>
        <source>Kenji is a blur in every meeting, though his photo looks right in a list.</source>
        <translation>Kenji ist in jeder Besprechung unscharf, obwohl sein Foto in einer Liste richtig aussieht.</translation>
    </message>
    <message>
        <source>Hybrid: Exchange is well, SharePoint Online is empty</source>
        <translation>Hybrid: Exchange in Ordnung, SharePoint Online leer</translation>
    </message>
    <message>
        <source>Seán has a mailbox here and an account in the cloud. His photo reaches one of them.</source>
        <translation>Seán hat hier ein Postfach und in der Cloud ein Konto. Sein Foto erreicht nur eines davon.</translation>
    </message>
    <message>
        <source>Two writers revert each other</source>
        <translation>Zwei Programme überschreiben einander</translation>
    </message>
    <message>
        <source>Each morning Inés finds her former photo in the directory again.</source>
        <translation>Jeden Morgen findet Inés wieder ihr bisheriges Foto im Verzeichnis.</translation>
    </message>
    <message>
        <source>Uploaded while the export was off</source>
        <translation>Hochgeladen, als der Export aus war</translation>
    </message>
    <message>
        <source>Łukasz uploaded his photo in SharePoint before its export was switched on.</source>
        <translation>Łukasz hat sein Foto in SharePoint hochgeladen, bevor der Export eingeschaltet wurde.</translation>
    </message>
    <message>
        <source>Look at the board</source>
        <translation>Den Abgleich ansehen</translation>
    </message>
    <message>
        <source>Everything shows the same photo, nine months old.</source>
        <translation>Alles zeigt dasselbe Foto, neun Monate alt.</translation>
    </message>
    <message>
        <source>Upload a new photo</source>
        <translation>Ein neues Foto hochladen</translation>
    </message>
    <message>
        <source>It is in Exchange and, at 96 pixels, in the directory. The cloud will have it within half an hour. SharePoint is stale: it asks only when Ada opens her own profile.</source>
        <translation>Es ist in Exchange und mit 96 Pixeln im Verzeichnis. Die Cloud hat es in einer halben Stunde. SharePoint ist veraltet: Es fragt nur, wenn Ada ihr eigenes Profil öffnet.</translation>
    </message>
    <message>
        <source>Let a day pass</source>
        <translation>Einen Tag vergehen lassen</translation>
    </message>
    <message>
        <source>The cloud has the small photo of the directory. SharePoint has not moved: time does not help here.</source>
        <translation>Die Cloud hat das kleine Foto des Verzeichnisses. In SharePoint hat sich nichts getan: Zeit hilft hier nicht.</translation>
    </message>
    <message>
        <source>Ada opens her profile</source>
        <translation>Ada öffnet ihr Profil</translation>
    </message>
    <message>
        <source>One visit was enough. SharePoint shows the new photo.</source>
        <translation>Ein Besuch hat genügt. SharePoint zeigt das neue Foto.</translation>
    </message>
    <message>
        <source>Dmitri deletes his photo in Outlook</source>
        <translation>Dmitri löscht sein Foto in Outlook</translation>
    </message>
    <message>
        <source>Exchange remembers that he wanted none, and has emptied the directory as well.</source>
        <translation>Exchange merkt sich, dass er keines wollte, und hat auch das Verzeichnis geleert.</translation>
    </message>
    <message>
        <source>The helpdesk writes one into the directory</source>
        <translation>Der Helpdesk schreibt eines ins Verzeichnis</translation>
    </message>
    <message>
        <source>The directory has it, Exchange still shows nothing: what was removed on purpose stays removed.</source>
        <translation>Das Verzeichnis hat es, Exchange zeigt weiter nichts: Was absichtlich entfernt wurde, bleibt entfernt.</translation>
    </message>
    <message>
        <source>An administrator clears the record</source>
        <translation>Ein Administrator löscht den Vermerk</translation>
    </message>
    <message>
        <source>Exchange has forgotten the removal. Its command has taken the directory&apos;s photo along; Likeness kept a copy.</source>
        <translation>Exchange hat das Entfernen vergessen. Sein Befehl hat das Foto des Verzeichnisses mitgenommen; Likeness hat eine Kopie behalten.</translation>
    </message>
    <message>
        <source>Write the kept photo back</source>
        <translation>Das aufbewahrte Foto zurückschreiben</translation>
    </message>
    <message>
        <source>Exchange serves the directory&apos;s photo now, with its 96 pixels.</source>
        <translation>Exchange liefert jetzt das Foto des Verzeichnisses, mit dessen 96 Pixeln.</translation>
    </message>
    <message>
        <source>Upload it to Exchange too</source>
        <translation>Es auch in Exchange hochladen</translation>
    </message>
    <message>
        <source>Full size in Exchange, 96 pixels in the directory.</source>
        <translation>Volle Größe in Exchange, 96 Pixel im Verzeichnis.</translation>
    </message>
    <message>
        <source>Only 48 × 48 pixels exist anywhere. A call shows them at 300 and more.</source>
        <translation>Es gibt nirgends mehr als 48 × 48 Pixel. Ein Anruf zeigt sie mit 300 und mehr.</translation>
    </message>
    <message>
        <source>Upload a large photo</source>
        <translation>Ein großes Foto hochladen</translation>
    </message>
    <message>
        <source>Skype for Business takes what it needs from Exchange.</source>
        <translation>Skype for Business holt sich aus Exchange, was es braucht.</translation>
    </message>
    <message>
        <source>Upload to Exchange and the directory</source>
        <translation>In Exchange und im Verzeichnis hochladen</translation>
    </message>
    <message>
        <source>Exchange is in step. The cloud knows nothing yet.</source>
        <translation>Exchange ist im Gleichstand. Die Cloud weiß noch nichts.</translation>
    </message>
    <message>
        <source>Let an hour pass</source>
        <translation>Eine Stunde vergehen lassen</translation>
    </message>
    <message>
        <source>The directory&apos;s 96 pixels have reached Microsoft 365. SharePoint Online waits for his visit.</source>
        <translation>Die 96 Pixel des Verzeichnisses sind in Microsoft 365 angekommen. SharePoint Online wartet auf seinen Besuch.</translation>
    </message>
    <message>
        <source>Let four days pass</source>
        <translation>Vier Tage vergehen lassen</translation>
    </message>
    <message>
        <source>Its latest time has passed, and SharePoint Online is still empty.</source>
        <translation>Die letzte Frist ist verstrichen, und SharePoint Online ist noch leer.</translation>
    </message>
    <message>
        <source>Upload to the cloud itself</source>
        <translation>Direkt in die Cloud hochladen</translation>
    </message>
    <message>
        <source>Microsoft 365 has the full size; nothing else brings it there.</source>
        <translation>Microsoft 365 hat die volle Größe; auf anderem Weg kommt sie nicht dorthin.</translation>
    </message>
    <message>
        <source>Seán opens his profile</source>
        <translation>Seán öffnet sein Profil</translation>
    </message>
    <message>
        <source>SharePoint Online has fetched it.</source>
        <translation>SharePoint Online hat es geholt.</translation>
    </message>
    <message>
        <source>The directory has it. SharePoint keeps its own, older picture.</source>
        <translation>Das Verzeichnis hat es. SharePoint behält sein eigenes, älteres Bild.</translation>
    </message>
    <message>
        <source>The night&apos;s export runs</source>
        <translation>Der Export der Nacht läuft</translation>
    </message>
    <message>
        <source>SharePoint has written its old picture into the directory.</source>
        <translation>SharePoint hat sein altes Bild ins Verzeichnis geschrieben.</translation>
    </message>
    <message>
        <source>Write the new one again</source>
        <translation>Das neue noch einmal schreiben</translation>
    </message>
    <message>
        <source>Right for a day.</source>
        <translation>Einen Tag lang richtig.</translation>
    </message>
    <message>
        <source>The next night&apos;s export runs</source>
        <translation>Der Export der nächsten Nacht läuft</translation>
    </message>
    <message>
        <source>Back and forth: two programs write here, and the board has seen both.</source>
        <translation>Hin und her: Zwei Programme schreiben hier, und der Abgleich hat beide gesehen.</translation>
    </message>
    <message>
        <source>Switch the export off</source>
        <translation>Den Export ausschalten</translation>
    </message>
    <message>
        <source>Nothing overwrites it any more; the old picture is still there.</source>
        <translation>Nichts überschreibt es mehr; noch ist das alte Bild dort.</translation>
    </message>
    <message>
        <source>Write the new one once more</source>
        <translation>Das neue ein letztes Mal schreiben</translation>
    </message>
    <message>
        <source>Now it stays.</source>
        <translation>Jetzt bleibt es.</translation>
    </message>
    <message>
        <source>Upload to SharePoint</source>
        <translation>In SharePoint hochladen</translation>
    </message>
    <message>
        <source>The directory should get it in the night.</source>
        <translation>Das Verzeichnis sollte es in der Nacht bekommen.</translation>
    </message>
    <message>
        <source>Let two nights pass</source>
        <translation>Zwei Nächte vergehen lassen</translation>
    </message>
    <message>
        <source>It never comes: the export looks for changes, and this one was made before it ran.</source>
        <translation>Es kommt nie: Der Export sucht Änderungen, und diese geschah, bevor er lief.</translation>
    </message>
    <message>
        <source>Save it again; the export runs</source>
        <translation>Noch einmal speichern; der Export läuft</translation>
    </message>
    <message>
        <source>Now it counts as a change, and the directory has it.</source>
        <translation>Jetzt zählt es als Änderung, und das Verzeichnis hat es.</translation>
    </message>
</context>
<context>
    <name>likeness::UpscaleView</name>
    <message>
        <source>only %1 there</source>
        <extracomment>under the stretched small photo; %1 is a size like &quot;48 × 48&quot;</extracomment>
        <translation>dort nur %1</translation>
    </message>
    <message>
        <source>%1 there</source>
        <extracomment>under the good photo; %1 is a size like &quot;648 × 648&quot;</extracomment>
        <translation>dort %1</translation>
    </message>
    <message>
        <source>→ %1</source>
        <extracomment>the edge in pixels of the window that shows the photo, after that of the photo: &quot;48&quot; &quot;→ 300&quot;</extracomment>
        <translation>→ %1</translation>
    </message>
    <message>
        <source>As large as SharePoint shows it</source>
        <translation>So groß, wie SharePoint es zeigt</translation>
    </message>
    <message>
        <source>As large as a meeting window shows it</source>
        <translation>So groß, wie ein Besprechungsfenster es zeigt</translation>
    </message>
    <message>
        <source>Photo the window has</source>
        <translation>Foto, das das Fenster hat</translation>
    </message>
    <message>
        <source>The size of the photo the window has, in pixels</source>
        <translation>Die Größe des Fotos, das das Fenster hat, in Pixeln</translation>
    </message>
    <message>
        <source>Size of the window</source>
        <translation>Größe des Fensters</translation>
    </message>
    <message>
        <source>The size at which the window shows it: 300 pixels in SharePoint, 648 in a meeting</source>
        <translation>So groß zeigt es das Fenster: 300 Pixel in SharePoint, 648 in einer Besprechung</translation>
    </message>
    <message>
        <source>Small photo against the large one</source>
        <translation>Kleines Foto gegen das große</translation>
    </message>
    <message>
        <source>Drag, or use the arrow keys</source>
        <translation>Ziehen oder Pfeiltasten benutzen</translation>
    </message>
    <message>
        <source>What a call window shows</source>
        <translation>Was ein Anruffenster zeigt</translation>
    </message>
</context>
<context>
    <name>likeness::WhyPanel</name>
    <message>
        <source>Time left: %1</source>
        <extracomment>under until when a photo arrives; %1 is like &quot;18 min&quot;</extracomment>
        <translation>Noch: %1</translation>
    </message>
    <message>
        <source>%1 now</source>
        <extracomment>under a photo: what this workload serves at present; %1 is like &quot;SharePoint&quot;</extracomment>
        <translation>%1 jetzt</translation>
    </message>
    <message>
        <source>Reference, %1</source>
        <extracomment>under a photo: the one all others are compared with; %1 is where it is, like &quot;Exchange&quot;</extracomment>
        <translation>Referenz, %1</translation>
    </message>
    <message>
        <source>Choose a card to see why it shows what it shows, until when, and what helps.</source>
        <extracomment>shown where the explanation of a card will stand</extracomment>
        <translation>Wählen Sie eine Karte, um zu sehen, warum sie zeigt, was sie zeigt, bis wann und was hilft.</translation>
    </message>
    <message>
        <source>Look at this one again</source>
        <translation>Hier noch einmal nachsehen</translation>
    </message>
    <message>
        <source>Derived: this has no interface to look at. It follows from what its source has.</source>
        <translation>Abgeleitet: Hier gibt es keine Schnittstelle zum Nachsehen. Es folgt aus dem, was die Quelle hat.</translation>
    </message>
    <message>
        <source>Whole</source>
        <extracomment>how two photos are shown: all of each</extracomment>
        <translation>Ganz</translation>
    </message>
    <message>
        <source>True pixels</source>
        <extracomment>how two photos are shown: one pixel of the photo on one of the screen</extracomment>
        <translation>Echte Pixel</translation>
    </message>
    <message>
        <source>Difference</source>
        <extracomment>how two photos are shown: what differs between them</extracomment>
        <translation>Unterschied</translation>
    </message>
    <message>
        <source>Until when</source>
        <translation>Bis wann</translation>
    </message>
    <message>
        <source>Cure</source>
        <extracomment>head of the remedies for a photo that is not as it should be</extracomment>
        <translation>Abhilfe</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Belege</translation>
    </message>
</context>
<context>
    <name>likeness::WindowHeader</name>
    <message>
        <source>Back to my photo</source>
        <extracomment>Button beside &quot;Acting on&quot;: leaves the other person</extracomment>
        <translation>Zurück zu meinem Foto</translation>
    </message>
    <message>
        <source>Acting on: %1</source>
        <extracomment>Shown while somebody else&apos;s photo is being changed; %1 is that person&apos;s name</extracomment>
        <translation>Sie bearbeiten: %1</translation>
    </message>
</context>
<context>
    <name>likeness::WindowNotices</name>
    <message>
        <source>Dismiss</source>
        <extracomment>Button at the end of a notice: takes it away</extracomment>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>likeness::WriteRun</name>
    <message>
        <source>waiting…</source>
        <extracomment>What is being done with a store; after its name and a colon.</extracomment>
        <translation>wartet…</translation>
    </message>
    <message>
        <source>reading what is there…</source>
        <translation>liest, was dort ist…</translation>
    </message>
    <message>
        <source>keeping the photo that was there…</source>
        <translation>bewahrt das bisherige Foto auf…</translation>
    </message>
    <message>
        <source>writing…</source>
        <translation>schreibt…</translation>
    </message>
    <message>
        <source>reading it back…</source>
        <translation>liest zurück…</translation>
    </message>
    <message>
        <source>written and read back</source>
        <translation>geschrieben und zurückgelesen</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>somebody else has written meanwhile; nothing was overwritten</source>
        <translation>jemand anderes hat inzwischen geschrieben; nichts wurde überschrieben</translation>
    </message>
    <message>
        <source>Stopping; what is being written is finished first.</source>
        <translation>Wird beendet. Was gerade geschrieben wird, wird noch fertig.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is the title of a store, %2 what is being done or how it ended.</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Somebody who administers it can do it with:</source>
        <translation>Wer das System verwaltet, kann es so tun:</translation>
    </message>
</context>
</TS>

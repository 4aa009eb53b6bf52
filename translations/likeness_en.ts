<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ImportCommand</name>
    <message numerus="yes">
        <source>Write the photos of %n people?</source>
        <extracomment>A question before an import: %n is how many people get a photo.</extracomment>
        <translation>
            <numerusform>Write the photo of %n person?</numerusform>
            <numerusform>Write the photos of %n people?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OverviewCommand</name>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ScanCommand</name>
    <message numerus="yes">
        <source>%n people looked at</source>
        <translation>
            <numerusform>%n person looked at</numerusform>
            <numerusform>%n people looked at</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n by other programs</source>
        <comment>people a scan has looked at</comment>
        <translation>
            <numerusform>%n by other programs</numerusform>
            <numerusform>%n by other programs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out, looked at a short while ago</source>
        <comment>people</comment>
        <translation>
            <numerusform>%n left out, looked at a short while ago</numerusform>
            <numerusform>%n left out, looked at a short while ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>likeness::AuditExportBar</name>
    <message numerus="yes">
        <source>%n change(s) written to %1</source>
        <extracomment>%n is how many changes of photos were written to a file, %1 the name of the file</extracomment>
        <translation>
            <numerusform>%n change written to %1</numerusform>
            <numerusform>%n changes written to %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>likeness::Desk</name>
    <message numerus="yes">
        <source>%n more in Activity.</source>
        <translation>
            <numerusform>%n more in Activity.</numerusform>
            <numerusform>%n more in Activity.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>likeness::ErrorTexts</name>
    <message numerus="yes">
        <source>Press Retry in %n second(s).</source>
        <translation>
            <numerusform>Press Retry in %n second.</numerusform>
            <numerusform>Press Retry in %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>likeness::ImportPage</name>
    <message numerus="yes">
        <source>It was begun %1 with %2. %n row(s) still wait.</source>
        <extracomment>About an import that was cut short: %1 is a date and time, %2 a folder.</extracomment>
        <translation>
            <numerusform>It was begun %1 with %2. %n row still waits.</numerusform>
            <numerusform>It was begun %1 with %2. %n rows still wait.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Start (%n)</source>
        <extracomment>A button: writes the photos of %n people.</extracomment>
        <translation>
            <numerusform>Start (%n)</numerusform>
            <numerusform>Start (%n)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>likeness::OverviewPage</name>
    <message numerus="yes">
        <source>No one of the %Ln people fits what is chosen.</source>
        <translation>
            <numerusform>The one person does not fit what is chosen.</numerusform>
            <numerusform>No one of the %Ln people fits what is chosen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln people</source>
        <extracomment>%n is how many people are in the overview.</extracomment>
        <translation>
            <numerusform>%Ln person</numerusform>
            <numerusform>%Ln people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>likeness::PersonPage</name>
    <message numerus="yes">
        <source>Sync board, %n workload(s) need attention</source>
        <extracomment>the same tab, read aloud</extracomment>
        <translation>
            <numerusform>Sync board, %n workload needs attention</numerusform>
            <numerusform>Sync board, %n workloads need attention</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>likeness::PhotoPage</name>
    <message numerus="yes">
        <source>%n size(s) are in %1.</source>
        <translation>
            <numerusform>%n size is in %1.</numerusform>
            <numerusform>%n sizes are in %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>likeness::ScanBar</name>
    <message numerus="yes">
        <source>%n s left</source>
        <comment>seconds</comment>
        <translation>
            <numerusform>%n s left</numerusform>
            <numerusform>%n s left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min left</source>
        <comment>minutes</comment>
        <translation>
            <numerusform>%n min left</numerusform>
            <numerusform>%n min left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>likeness::StateChip</name>
    <message numerus="yes">
        <source>%1: %Ln people</source>
        <extracomment>For screen readers, a filter: %1 is a state such as &quot;In step&quot;.</extracomment>
        <translation>
            <numerusform>%1: %Ln person</numerusform>
            <numerusform>%1: %Ln people</numerusform>
        </translation>
    </message>
</context>
</TS>

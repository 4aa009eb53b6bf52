<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
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
</TS>

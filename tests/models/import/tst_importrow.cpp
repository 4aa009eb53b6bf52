// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "models/import/importrow.h"
#include "models/photo/recipetext.h"

#include <QTest>

using namespace likeness;
using namespace Qt::StringLiterals;
using State = ImportWrite::State;

Q_DECLARE_METATYPE(State)

class tst_ImportRow : public QObject
{
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void outcome_data();
    void outcome();
    void leftOut();
    void names();
    void recipesAreKept();
    void brokenRecipes_data();
    void brokenRecipes();
};

void tst_ImportRow::outcome_data()
{
    QTest::addColumn<QList<State>>("states");
    QTest::addColumn<ImportOutcome>("wanted");
    const auto row = [](const char *name, const QList<State> &states, ImportOutcome wanted) {
        QTest::newRow(name) << states << wanted;
    };
    using enum ImportWrite::State;
    row("not begun", {Waiting, Waiting}, ImportOutcome::Waiting);
    row("half way", {Done, Waiting}, ImportOutcome::Waiting);
    row("under way", {Done, Running, Waiting}, ImportOutcome::Running);
    row("all", {Done, Done}, ImportOutcome::Done);
    row("one was there", {Done, AlreadyThere}, ImportOutcome::Done);
    row("all were there by then", {AlreadyThere, HasPhoto}, ImportOutcome::Done);
    row("one failed", {Done, Failed}, ImportOutcome::Partly);
    row("one forbidden", {NotAllowed, Done}, ImportOutcome::Partly);
    row("all failed", {Failed, Failed}, ImportOutcome::Failed);
    row("forbidden", {NotAllowed}, ImportOutcome::Failed);
    row("somebody else", {Conflict, Failed}, ImportOutcome::Conflict);
    row("cancelled", {Cancelled, Failed}, ImportOutcome::Cancelled);
    row("cancelled after one", {Done, Cancelled}, ImportOutcome::Partly);
    row("undone", {Undone, Undone}, ImportOutcome::Undone);
    row("undone what was done", {Undone, Failed, AlreadyThere}, ImportOutcome::Undone);
    row("half undone", {Undone, Done}, ImportOutcome::Partly);
    row("not undone", {Undone, NotUndone}, ImportOutcome::NotUndone);
}

void tst_ImportRow::outcome()
{
    QFETCH(const QList<State>, states);
    ImportRow row;
    row.verdict = ImportVerdict::Ready;
    for (const State state : states) {
        ImportWrite write;
        write.state = state;
        row.writes.append(write);
    }
    QTEST(outcomeOf(row), "wanted");
}

void tst_ImportRow::leftOut()
{
    ImportRow row;
    row.verdict = ImportVerdict::Ready;
    row.writes.append(ImportWrite {});
    QCOMPARE(outcomeOf(row), ImportOutcome::Waiting);
    row.included = false;
    QCOMPARE(outcomeOf(row), ImportOutcome::LeftOut);
    row.included = true;
    row.verdict = ImportVerdict::Ambiguous;
    QCOMPARE(outcomeOf(row), ImportOutcome::LeftOut);
    QCOMPARE(outcomesOf({row, row}), (OutcomeCounts {{ImportOutcome::LeftOut, 2}}));
}

void tst_ImportRow::names()
{
    QCOMPARE(nameOf(ImportVerdict::HasPhoto), "has-a-photo"_L1);
    QCOMPARE(importVerdictNamed(u"ambiguous"_s), std::optional(ImportVerdict::Ambiguous));
    QCOMPARE(importVerdictNamed(u"?"_s), std::nullopt);
    QCOMPARE(nameOf(State::NotUndone), "not-undone"_L1);
    QCOMPARE(importStateNamed(u"already-there"_s), std::optional(State::AlreadyThere));
    QCOMPARE(listed(ImportHint::NotSquare | ImportHint::NoFace),
        (QList {ImportHint::NoFace, ImportHint::NotSquare}));
    ImportRow row;
    row.file = u"C:/Photos/amy.jpg"_s;
    QCOMPARE(row.name(), u"amy.jpg"_s);
}

void tst_ImportRow::recipesAreKept()
{
    const QSize upright(800, 600);
    QCOMPARE(recipeText({}), u"{}"_s);
    PhotoRecipe recipe;
    recipe = recipe.turned(1, upright).straightened(3.5, upright).cropped({100, 120, 200, 200}, upright);
    const auto read = recipeFromText(recipeText(recipe), upright);
    QVERIFY(read);
    QCOMPARE(read->quarterTurns, 1);
    QCOMPARE(read->straightenDegrees, 3.5);
    QCOMPARE(read->crop->rect(), recipe.crop->rect());
    QCOMPARE(*recipeFromText(u"{\"mirrored\":true}"_s, {}), PhotoRecipe().flipped({1, 1}));
    // what is no longer inside the picture is moved inside
    QCOMPARE(recipeFromText(u"{\"crop\":[700,500,200]}"_s, upright)->crop->rect(), QRect(600, 400, 200, 200));
}

void tst_ImportRow::brokenRecipes_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << u""_s;
    QTest::newRow("no object") << u"[1]"_s;
    QTest::newRow("half a square") << u"{\"crop\":[1,2]}"_s;
}

void tst_ImportRow::brokenRecipes()
{
    QFETCH(const QString, text);
    QVERIFY(!recipeFromText(text, {800, 600}));
}

QTEST_GUILESS_MAIN(tst_ImportRow)
#include "tst_importrow.moc"

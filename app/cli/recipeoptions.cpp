// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/cli/recipeoptions.h"

#include "models/photo/photosize.h"

#include <QCoreApplication>
#include <cmath>

namespace likeness {

namespace {

using namespace Qt::StringLiterals;

struct RecipeText
{
    Q_DECLARE_TR_FUNCTIONS(RecipeOptions)
};

Error unusableOption(const QString &sentence)
{
    return {Errc::BadInput, sentence};
}

Result<QRect> parsedCrop(const QString &text)
{
    const QStringList parts = text.split(u',');
    QList<int> numbers;
    for (const QString &part : parts) {
        bool isNumber = false;
        numbers.append(part.trimmed().toInt(&isNumber));
        if (!isNumber)
            break;
    }
    if (parts.size() != 3 || numbers.size() != 3 || numbers[0] < 0 || numbers[1] < 0
        || numbers[2] < CropSquare::minimumEdge)
        return unusableOption(
            //: %1 is a number of pixels.
            RecipeText::tr("--crop takes X,Y,EDGE in pixels, such as 120,80,900; EDGE is at least %1.")
                .arg(CropSquare::minimumEdge));
    return QRect(numbers[0], numbers[1], numbers[2], numbers[2]);
}

Result<int> parsedTurns(const QString &text)
{
    bool isNumber = false;
    const int degrees = text.toInt(&isNumber);
    if (!isNumber || degrees % 90 != 0 || std::abs(degrees) > 270)
        return unusableOption(RecipeText::tr("--rotate takes 90, 180 or 270 (clockwise), or -90."));
    return ((degrees / 90) % 4 + 4) % 4;
}

Result<double> parsedAngle(const QString &text)
{
    bool isNumber = false;
    const double degrees = text.toDouble(&isNumber);
    if (!isNumber || !(std::abs(degrees) <= PhotoRecipe::largestAngle))
        return unusableOption(
            RecipeText::tr("--straighten takes degrees from -15 to 15, positive is clockwise."));
    return degrees;
}

Result<std::pair<int, qsizetype>> parsedBudget(const QString &text)
{
    const QStringList parts = text.split(u'=');
    bool isEdge = false;
    bool isBytes = false;
    const int edge = parts.value(0).toInt(&isEdge);
    const qlonglong bytes = parts.value(1).toLongLong(&isBytes);
    if (parts.size() != 2 || !isEdge || !isBytes || bytes < 0 || !PhotoSize::of(edge))
        return unusableOption(
            RecipeText::tr("--budget takes EDGE=BYTES, such as 96=10240, with one of the nine sizes."));
    return std::pair(edge, static_cast<qsizetype>(bytes));
}

} // namespace

Result<PhotoRecipe> RecipeOptions::recipeFor(QSize upright) const
{
    PhotoRecipe recipe;
    recipe.mirrored = mirrored;
    recipe.quarterTurns = quarterTurns;
    recipe.straightenDegrees = straightenDegrees;
    if (!crop)
        return recipe;
    const PictureFrame frame = recipe.frame(upright);
    recipe.crop = CropSquare::fitted(*crop, frame);
    if (recipe.crop->rect() != *crop) {
        const QRect nearest = recipe.crop->rect();
        //: %1 × %2 is the size of the picture in pixels, %3 an X,Y,EDGE that would do.
        return unusableOption(
            RecipeText::tr("The crop does not lie inside the picture (%1 × %2). Nearest: %3.")
                .arg(frame.size.width())
                .arg(frame.size.height())
                .arg(u"%1,%2,%3"_s.arg(nearest.x()).arg(nearest.y()).arg(nearest.width())));
    }
    return recipe;
}

void addRecipeOptions(QCommandLineParser &parser)
{
    parser.addOptions({
        {u"crop"_s,
            RecipeText::tr(
                "The square to keep, in pixels of the picture once turned; by default the largest in "
                "the middle."),
            RecipeText::tr("X,Y,EDGE")},
        {u"face"_s, RecipeText::tr("Frame the largest face instead.")},
        {u"rotate"_s, RecipeText::tr("Turn clockwise by 90, 180 or 270 degrees."), RecipeText::tr("DEGREES")},
        {u"mirror"_s, RecipeText::tr("Mirror left and right, before turning.")},
        {u"straighten"_s,
            RecipeText::tr("Turn by up to 15 degrees to level the picture; positive is clockwise."),
            RecipeText::tr("DEGREES")},
    });
}

void addBudgetOption(QCommandLineParser &parser)
{
    parser.addOption({u"budget"_s,
        RecipeText::tr("The most bytes one size may have (0 = no limit); may be given again. By default "
                       "96=10240 and "
                       "648=102400."),
        RecipeText::tr("EDGE=BYTES")});
}

Result<RecipeOptions> recipeOptions(const QCommandLineParser &parser)
{
    RecipeOptions options;
    options.frameFace = parser.isSet(u"face"_s);
    options.mirrored = parser.isSet(u"mirror"_s);
    if (parser.isSet(u"crop"_s)) {
        if (options.frameFace)
            return unusableOption(RecipeText::tr("Give either --crop or --face."));
        const Result<QRect> crop = parsedCrop(parser.value(u"crop"_s));
        if (!crop)
            return crop.error();
        options.crop = *crop;
    }
    if (parser.isSet(u"rotate"_s)) {
        const Result<int> turns = parsedTurns(parser.value(u"rotate"_s));
        if (!turns)
            return turns.error();
        options.quarterTurns = *turns;
    }
    if (parser.isSet(u"straighten"_s)) {
        const Result<double> degrees = parsedAngle(parser.value(u"straighten"_s));
        if (!degrees)
            return degrees.error();
        options.straightenDegrees = *degrees;
    }
    return options;
}

Result<Done> readBudgets(const QCommandLineParser &parser, RecipeOptions &options)
{
    for (const QString &text : parser.values(u"budget"_s)) {
        const Result<std::pair<int, qsizetype>> budget = parsedBudget(text);
        if (!budget)
            return budget.error();
        options.budgets.insert(budget->first, budget->second);
    }
    return Done {};
}

} // namespace likeness

// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "models/photo/recipetext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

namespace likeness {

using namespace Qt::StringLiterals;

QString recipeText(const PhotoRecipe &recipe)
{
    QJsonObject json;
    if (recipe.quarterTurns != 0)
        json.insert("quarterTurns"_L1, recipe.quarterTurns);
    if (recipe.mirrored)
        json.insert("mirrored"_L1, true);
    if (recipe.straightenDegrees != 0.0)
        json.insert("straighten"_L1, recipe.straightenDegrees);
    if (recipe.crop) {
        const QRect square = recipe.crop->rect();
        json.insert("crop"_L1, QJsonArray {square.x(), square.y(), square.width()});
    }
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

std::optional<PhotoRecipe> recipeFromText(const QString &text, QSize upright)
{
    const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8());
    if (!document.isObject())
        return std::nullopt;
    const QJsonObject json = document.object();
    PhotoRecipe recipe;
    recipe.quarterTurns = json["quarterTurns"_L1].toInt() & 3;
    recipe.mirrored = json["mirrored"_L1].toBool();
    recipe.straightenDegrees
        = std::clamp(json["straighten"_L1].toDouble(), -PhotoRecipe::largestAngle, PhotoRecipe::largestAngle);
    const QJsonArray square = json["crop"_L1].toArray();
    if (square.isEmpty())
        return recipe;
    if (square.size() != 3 || upright.isEmpty())
        return std::nullopt;
    const int edge = square[2].toInt();
    recipe.crop
        = CropSquare::fitted(QRect(square[0].toInt(), square[1].toInt(), edge, edge), recipe.frame(upright));
    return recipe;
}

} // namespace likeness

// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/cli/photowords.h"

#include "models/photo/photosize.h"
#include "ui/common/errorwords.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QLocale>
#include <array>

namespace likeness {

namespace {

using namespace Qt::StringLiterals;

struct PhotoText
{
    Q_DECLARE_TR_FUNCTIONS(PhotoWords)
};

struct NoteName
{
    PictureNote note;
    QLatin1String name;
};

constexpr std::array noteNames {
    NoteName {PictureNote::Damaged, "damaged"_L1},
    NoteName {PictureNote::ProfileIgnored, "profile-ignored"_L1},
    NoteName {PictureNote::ConvertedToSrgb, "converted-to-srgb"_L1},
    NoteName {PictureNote::FirstFrameOnly, "first-frame-only"_L1},
    NoteName {PictureNote::OnWhite, "on-white"_L1},
    NoteName {PictureNote::WrongExtension, "wrong-extension"_L1},
};

} // namespace

QStringList notesOn(const MadePhoto &photo, const RecipeOptions &options)
{
    QStringList sentences = wordsFor(photo.picture.notes);
    if (options.frameFace && photo.faces == 0)
        sentences += PhotoText::tr("No face was found; the square is in the middle.");
    else if (photo.faces > 1)
        //: %1 is how many faces are in the picture, two or more.
        sentences += PhotoText::tr("%1 faces were found; the largest is framed.").arg(photo.faces);
    const int edge = photo.crop().edge();
    if (const int largest = PhotoSize::largest().edge(); edge < largest)
        //: %1 the crop's edge in pixels, %2 the largest size's, %3 a factor such as 1.4.
        sentences += PhotoText::tr("The crop has %1 pixels; the largest size (%2) is enlarged ×%3.")
                         .arg(edge)
                         .arg(largest)
                         .arg(QLocale().toString(static_cast<double>(largest) / edge, 'f', 1));
    return sentences;
}

QJsonObject jsonOf(const MadePhoto &photo, const RecipeOptions &options)
{
    const QSize upright = photo.picture.uprightSize();
    const QRect crop = photo.crop().rect();
    QJsonArray notes;
    for (const NoteName &known : noteNames) {
        if (photo.picture.notes.testFlag(known.note))
            notes.append(known.name);
    }
    QJsonObject json {{u"picture"_s,
                          QJsonObject {{u"width"_s, upright.width()}, {u"height"_s, upright.height()},
                              {u"notes"_s, notes}}},
        {u"crop"_s, QJsonObject {{u"x"_s, crop.x()}, {u"y"_s, crop.y()}, {u"edge"_s, crop.width()}}}};
    if (options.frameFace)
        json.insert("faces"_L1, photo.faces);
    return json;
}

} // namespace likeness

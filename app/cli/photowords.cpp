// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/cli/photowords.h"

#include "models/photo/photosize.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QLocale>

namespace likeness {

namespace {

using namespace Qt::StringLiterals;

struct PhotoText
{
    Q_DECLARE_TR_FUNCTIONS(PhotoWords)
};

struct NoteWords
{
    PictureNote note;
    QLatin1String name;
    QString sentence;
};

QList<NoteWords> noteWords()
{
    return {
        {PictureNote::Damaged, "damaged"_L1,
            PhotoText::tr("The picture is damaged: its end or parts of it may be grey.")},
        {PictureNote::ProfileIgnored, "profile-ignored"_L1,
            PhotoText::tr(
                "The picture's colour profile is broken and was left out; its colours may be off.")},
        {PictureNote::ConvertedToSrgb, "converted-to-srgb"_L1, {}},
        {PictureNote::FirstFrameOnly, "first-frame-only"_L1,
            PhotoText::tr("The picture is an animation; its first image is used.")},
        {PictureNote::OnWhite, "on-white"_L1,
            PhotoText::tr("Where the picture is transparent, it is laid over white.")},
        {PictureNote::WrongExtension, "wrong-extension"_L1, {}},
    };
}

} // namespace

QStringList notesOn(const MadePhoto &photo, const RecipeOptions &options)
{
    QStringList sentences;
    for (const NoteWords &words : noteWords()) {
        if (photo.picture.notes.testFlag(words.note) && !words.sentence.isEmpty())
            sentences += words.sentence;
    }
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
    for (const NoteWords &words : noteWords()) {
        if (photo.picture.notes.testFlag(words.note))
            notes.append(words.name);
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

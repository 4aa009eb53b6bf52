// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QImage>
#include <QString>
#include <variant>

class QMimeData;

namespace likeness {

/// A picture as it comes from the clipboard or a drop: a local file, or pixels that some program put there.
struct OfferedFile
{
    QString path;
};
struct OfferedImage
{
    QImage pixels;
};
using OfferedPicture = std::variant<std::monostate, OfferedFile, OfferedImage>;

/// The best of what is offered: the first local file, else image data (a browser offers both an address and
/// the pixels; addresses are never fetched). monostate: nothing we could open.
OfferedPicture pictureIn(const QMimeData &data);
/// Cheap enough to ask while something is dragged over the window: decodes nothing.
bool offersPicture(const QMimeData &data);

} // namespace likeness

// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/session/uploadsession.h"

#include <QMimeData>
#include <QWidget>

namespace likeness {

class Theme;

/// Stands where ui/photo/photopage.h will stand; goes away with it.
class PhotoPage final : public QWidget
{
    Q_OBJECT
public:
    PhotoPage(PictureSession &, UploadSession &, QThreadPool &, const Theme &) { }
    void offer(const QMimeData &) { }
    void chooseFile() { }
};

} // namespace likeness

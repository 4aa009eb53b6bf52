// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/photo/encodedphoto.h"

#include <QImage>
#include <QWidget>
#include <optional>

namespace likeness {

class Theme;

/// A photo as a store keeps it, small, with rounded corners; where there is none, an empty place.
class PhotoThumb final : public QWidget
{
    Q_OBJECT
public:
    PhotoThumb(const Theme &theme, int edge, QWidget *parent = nullptr);

    void setPhoto(const std::optional<EncodedPhoto> &photo);
    QSize sizeHint() const override { return {m_edge, m_edge}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    int m_edge;
    QString m_sha256;
    QImage m_image;
};

} // namespace likeness

// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QImage>
#include <QWidget>

namespace likeness {

class Theme;

/// A small photo of a person, round or with 6 px corners; initials or an empty frame while there is none.
class Avatar final : public QWidget
{
    Q_OBJECT
public:
    enum class Shape { Round, Square };

    Avatar(const Theme &theme, int edge, Shape shape, QWidget *parent = nullptr);

    void setPhoto(const QImage &photo);
    /// The initials of the name stand where no photo is; also the accessible name.
    void setName(const QString &name);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    Shape m_shape;
    QImage m_photo;
    QString m_initials;
};

/// At most two letters: first and last word of the name.
QString initialsOf(const QString &name);
/// As Avatar paints, for delegates.
struct AvatarLook
{
    QImage photo;
    QString initials;
    Avatar::Shape shape = Avatar::Shape::Round;
};
void paintAvatar(QPainter &painter, const QRect &rect, const AvatarLook &look, const Theme &theme);

} // namespace likeness

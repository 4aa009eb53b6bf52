// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/common/buttons.h"

#include "ui/common/text.h"

#include <QVariant>

namespace likeness {
namespace {

constexpr const char *buttonKindProperty = "likenessButtonKind";

} // namespace

void setButtonKind(QAbstractButton &button, ButtonKind kind)
{
    button.setProperty(buttonKindProperty, static_cast<int>(kind));
    if (kind == ButtonKind::Primary)
        button.setFont(textFont(TextRole::Strong));
    button.updateGeometry();
    button.update();
}

ButtonKind buttonKind(const QWidget *widget)
{
    if (!widget)
        return ButtonKind::Secondary;
    return static_cast<ButtonKind>(widget->property(buttonKindProperty).toInt());
}

} // namespace likeness

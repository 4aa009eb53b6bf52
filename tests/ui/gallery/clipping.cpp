// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/gallery/clipping.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QAccessible>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QSlider>
#include <QToolButton>

namespace likeness {
namespace {

/// How often the text repeats itself matters to nobody; where it stands does.
QString placeOf(const QWidget &widget, const QString &text)
{
    return QStringLiteral("%1 “%2” in %3x%4")
        .arg(QLatin1String(widget.metaObject()->className()), text)
        .arg(widget.width())
        .arg(widget.height());
}

QSize neededBy(const QLabel &label)
{
    if (label.wordWrap())
        return {0, label.heightForWidth(label.width())};
    return label.sizeHint();
}

bool isInScrollArea(const QWidget &widget)
{
    for (const QWidget *parent = widget.parentWidget(); parent; parent = parent->parentWidget()) {
        if (qobject_cast<const QAbstractScrollArea *>(parent))
            return true;
    }
    return false;
}

} // namespace

QStringList clippedTexts(const QWidget &screen)
{
    QStringList clipped;
    const auto check = [&clipped](const QWidget &widget, const QString &text, QSize needed) {
        if (needed.width() > widget.width() || needed.height() > widget.height())
            clipped << placeOf(widget, text)
                    + QStringLiteral(", needs %1x%2").arg(needed.width()).arg(needed.height());
        const QWidget *parent = widget.parentWidget();
        if (parent && !isInScrollArea(widget) && !parent->rect().contains(widget.geometry()))
            clipped << placeOf(widget, text) + QStringLiteral(" reaches outside of its parent");
    };
    for (const QWidget *widget : screen.findChildren<QWidget *>()) {
        if (!widget->isVisibleTo(&screen) || widget->property("mayElide").toBool())
            continue;
        if (const auto *label = qobject_cast<const QLabel *>(widget)) {
            if (!label->text().isEmpty())
                check(*label, label->text(), neededBy(*label));
        } else if (const auto *button = qobject_cast<const QAbstractButton *>(widget)) {
            if (!button->text().isEmpty())
                check(*button, button->text(), button->sizeHint());
        } else if (const auto *box = qobject_cast<const QComboBox *>(widget)) {
            check(*box, box->currentText(), QSize(box->minimumSizeHint().width(), box->sizeHint().height()));
        }
    }
    return clipped;
}

QStringList namelessControls(const QWidget &screen)
{
    QStringList nameless;
    for (QWidget *widget : screen.findChildren<QWidget *>()) {
        const bool control = qobject_cast<QAbstractButton *>(widget) || qobject_cast<QLineEdit *>(widget)
            || qobject_cast<QComboBox *>(widget) || qobject_cast<QSlider *>(widget);
        const bool partOfField
            = qobject_cast<QLineEdit *>(widget->parentWidget()); // the glass, the clearing cross
        if (!control || partOfField || !widget->isVisibleTo(&screen) || qobject_cast<QScrollBar *>(widget))
            continue;
        QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(widget);
        if (!spoken || spoken->text(QAccessible::Name).isEmpty())
            nameless << placeOf(*widget, widget->objectName());
    }
    return nameless;
}

} // namespace likeness

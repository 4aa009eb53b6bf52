// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/photo/cropaccessible.h"

#include "ui/photo/cropcanvas.h"

#include <QAccessible>
#include <QAccessibleWidget>

namespace likeness {

namespace {

class CropCanvasInterface final : public QAccessibleWidget
{
public:
    explicit CropCanvasInterface(CropCanvas *canvas)
        : QAccessibleWidget(canvas, QAccessible::Graphic)
    {
    }

    QString text(QAccessible::Text kind) const override
    {
        const auto *canvas = static_cast<const CropCanvas *>(widget());
        if (kind == QAccessible::Value)
            return canvas->readOut();
        // the bridge to AT-SPI exports names and descriptions only, so the read-out leads the description
        if (kind == QAccessible::Description)
            return canvas->readOut() + QStringLiteral(". ") + canvas->accessibleDescription();
        return QAccessibleWidget::text(kind);
    }
};

QAccessibleInterface *cropCanvasInterface(const QString &, QObject *object)
{
    auto *canvas = qobject_cast<CropCanvas *>(object);
    return canvas ? new CropCanvasInterface(canvas) : nullptr;
}

} // namespace

void installCropAccessibility()
{
    static const bool installed = [] {
        QAccessible::installFactory(cropCanvasInterface);
        return true;
    }();
    Q_UNUSED(installed)
}

void announceCropRead(CropCanvas &canvas)
{
    if (!QAccessible::isActive())
        return;
    QAccessibleEvent changed(&canvas, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
}

} // namespace likeness

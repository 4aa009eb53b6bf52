// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/common/likenessstyle.h"

#include "ui/common/icons.h"
#include "ui/common/panel.h"
#include "ui/common/stylepaint.h"
#include "ui/common/theme.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QComboBox>
#include <QDialog>
#include <QPainter>
#include <QSlider>
#include <QStyleOption>
#include <QToolButton>

namespace likeness {
namespace {

constexpr int controlHeight = 34;

const QStyleOptionSlider *sliderOption(const QStyleOption *option)
{
    return qstyleoption_cast<const QStyleOptionSlider *>(option);
}

ButtonKind kindOfTool(const QWidget *widget)
{
    const ButtonKind kind = buttonKind(widget);
    return kind == ButtonKind::Secondary ? ButtonKind::Flat : kind;
}

bool showsFocus(const QStyleOption &option)
{
    return option.state.testFlag(QStyle::State_HasFocus)
        && option.state.testFlag(QStyle::State_KeyboardFocusChange);
}

} // namespace

LikenessStyle::LikenessStyle(const Theme &theme)
    : QProxyStyle(QStringLiteral("Fusion"))
    , m_theme(theme)
{
}

bool LikenessStyle::strong() const
{
    return m_theme.kind() == Theme::Kind::HighContrast;
}

void LikenessStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QAbstractButton *>(widget) || qobject_cast<QComboBox *>(widget)
        || qobject_cast<QSlider *>(widget))
        widget->setAttribute(Qt::WA_Hover);
}

void LikenessStyle::drawPrimitive(
    PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    switch (element) {
    case PE_PanelButtonCommand:
        return stylepaint::button(*painter, *option, buttonKind(widget), strong());
    case PE_PanelButtonTool:
        return stylepaint::button(*painter, *option, kindOfTool(widget), strong());
    case PE_PanelLineEdit:
    case PE_FrameLineEdit: {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        if (frame && frame->lineWidth > 0)
            stylepaint::lineEdit(*painter, *option, strong());
        return;
    }
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        return stylepaint::checkBox(*painter, *option);
    case PE_IndicatorRadioButton:
        return stylepaint::radioButton(*painter, *option);
    case PE_FrameFocusRect:
        if (showsFocus(*option))
            stylepaint::focusRing(*painter, option->rect, option->palette, strong());
        return;
    case PE_PanelItemViewRow:
    case PE_PanelScrollAreaCorner: // where two scroll bars meet there is nothing
        return;
    case PE_PanelItemViewItem: {
        const bool selected = option->state.testFlag(State_Selected);
        if (selected || option->state.testFlag(State_MouseOver))
            stylepaint::selectedRow(*painter, option->rect, option->palette, selected, strong());
        return;
    }
    case PE_PanelTipLabel:
        painter->fillRect(option->rect, option->palette.color(QPalette::ToolTipBase));
        return;
    case PE_FrameMenu:
    case PE_Frame: {
        painter->save();
        painter->setPen(option->palette.color(QPalette::Mid));
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        painter->restore();
        return;
    }
    case PE_PanelMenu:
        painter->fillRect(option->rect, option->palette.color(QPalette::Base));
        return;
    case PE_IndicatorButtonDropDown:
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void LikenessStyle::drawPushButton(const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
    if (!button)
        return;
    const ButtonKind kind = buttonKind(widget);
    stylepaint::button(*painter, *button, kind, strong());
    QStyleOptionButton label = *button;
    label.features.setFlag(QStyleOptionButton::HasMenu, false);
    label.palette.setColor(QPalette::ButtonText, stylepaint::buttonText(*button, kind));
    label.rect = button->rect.adjusted(8, 0, -8, 0);
    if (button->features.testFlag(QStyleOptionButton::HasMenu)) {
        const bool back = button->direction == Qt::RightToLeft;
        const double x = back ? button->rect.left() + 16 : button->rect.right() - 16;
        stylepaint::chevronDown(*painter, QPointF(x, QRectF(button->rect).center().y()),
            label.palette.color(QPalette::ButtonText));
        label.rect = label.rect.adjusted(back ? 16 : 0, 0, back ? 0 : -16, 0);
    }
    stylepaint::pushLabel(*painter, label, label.rect);
    if (showsFocus(*button))
        stylepaint::focusRing(*painter, button->rect.adjusted(2, 2, -2, -2),
            kind == ButtonKind::Primary ? QPalette(label.palette.color(QPalette::ButtonText)) : label.palette,
            strong());
}

void LikenessStyle::drawMenuItem(const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
    if (!item)
        return;
    QStyleOptionMenuItem plain = *item;
    painter->fillRect(item->rect, item->palette.color(QPalette::Base));
    if (item->state.testFlag(State_Selected) && item->menuItemType != QStyleOptionMenuItem::Separator)
        stylepaint::selectedRow(*painter, item->rect.adjusted(4, 1, -4, -1), item->palette, true, strong());
    plain.state.setFlag(State_Selected, false);
    plain.rect.adjust(8, 0, -8, 0);
    QProxyStyle::drawControl(CE_MenuItem, &plain, painter, widget);
}

void LikenessStyle::drawControl(
    ControlElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    switch (element) {
    case CE_PushButton:
        return drawPushButton(option, painter, widget);
    case CE_MenuItem:
        return drawMenuItem(option, painter, widget);
    case CE_MenuEmptyArea:
        painter->fillRect(option->rect, option->palette.color(QPalette::Base));
        return;
    case CE_ToolButtonLabel: {
        if (const auto *tool = qstyleoption_cast<const QStyleOptionToolButton *>(option)) {
            if (kindOfTool(widget) == ButtonKind::Rail)
                return stylepaint::railLabel(*painter, *tool);
            QStyleOptionToolButton label = *tool;
            label.palette.setColor(QPalette::ButtonText, stylepaint::buttonText(*tool, kindOfTool(widget)));
            if (kindOfTool(widget) == ButtonKind::Segment && tool->state.testFlag(State_On))
                label.font.setWeight(QFont::DemiBold);
            QProxyStyle::drawControl(element, &label, painter, widget);
        }
        return;
    }
    case CE_ItemViewItem: {
        if (const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option)) {
            QStyleOptionViewItem row = *item;
            row.palette.setColor(QPalette::HighlightedText, item->palette.color(QPalette::Text));
            row.state.setFlag(State_HasFocus, false);
            QProxyStyle::drawControl(element, &row, painter, widget);
        }
        return;
    }
    case CE_ProgressBar:
        if (const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(option))
            stylepaint::progressBar(*painter, *bar);
        return;
    default:
        QProxyStyle::drawControl(element, option, painter, widget);
    }
}

void LikenessStyle::drawComboBox(const QStyleOptionComplex *option, QPainter *painter) const
{
    QStyleOption bevel = *option;
    bevel.state.setFlag(State_On, false);
    stylepaint::button(*painter, bevel, ButtonKind::Secondary, strong());
    const bool back = option->direction == Qt::RightToLeft;
    const double x = back ? option->rect.left() + 16 : option->rect.right() - 16;
    stylepaint::chevronDown(*painter, QPointF(x, QRectF(option->rect).center().y()),
        option->palette.color(QPalette::PlaceholderText));
    if (showsFocus(*option))
        stylepaint::focusRing(*painter, option->rect, option->palette, strong());
}

void LikenessStyle::drawComplexControl(
    ComplexControl control, const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const
{
    const QStyleOptionSlider *slider = sliderOption(option);
    if (control == CC_ComboBox)
        return drawComboBox(option, painter);
    if (control == CC_Slider && slider) {
        const QRect groove = proxy()->subControlRect(CC_Slider, option, SC_SliderGroove, widget);
        const QRect handle = proxy()->subControlRect(CC_Slider, option, SC_SliderHandle, widget);
        stylepaint::slider(*painter, *slider, groove, handle.adjusted(1, 1, -1, -1));
        if (showsFocus(*option))
            stylepaint::focusRing(*painter, handle, option->palette, strong());
        return;
    }
    if (control == CC_ScrollBar && slider) {
        const bool needed = slider->maximum > slider->minimum;
        if (needed)
            stylepaint::scrollBar(*painter, *slider, scrollBarPart(option, SC_ScrollBarSlider));
        return;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QSize LikenessStyle::sizeFromContents(
    ContentsType type, const QStyleOption *option, const QSize &size, const QWidget *widget) const
{
    switch (type) {
    case CT_PushButton: {
        const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
        const bool menu = button && button->features.testFlag(QStyleOptionButton::HasMenu);
        const bool bare = button && button->text.isEmpty();
        const int gap = button && !bare && !button->icon.isNull() ? 4 : 0; // Qt counts 4 px of it
        return {qMax(size.width() + gap + (bare ? 14 : 32) + (menu ? 20 : 0), controlHeight),
            qMax(size.height() + 12, controlHeight)};
    }
    case CT_LineEdit:
        return {size.width() + 20, qMax(size.height() + 12, controlHeight)};
    case CT_ComboBox:
        return {size.width() + 48, qMax(size.height() + 12, controlHeight)};
    case CT_ToolButton: {
        const bool rail = buttonKind(widget) == ButtonKind::Rail;
        const bool segment = buttonKind(widget) == ButtonKind::Segment;
        return {size.width()
                + (rail           ? 12
                        : segment ? 26
                                  : 14),
            size.height()
                + (rail           ? 18
                        : segment ? 10
                                  : 12)};
    }
    case CT_MenuItem: {
        const QSize base = QProxyStyle::sizeFromContents(type, option, size, widget);
        const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
        if (item && item->menuItemType == QStyleOptionMenuItem::Separator)
            return {base.width(), 9};
        return {base.width() + 24, qMax(base.height() + 6, 32)};
    }
    case CT_ProgressBar:
        return {size.width(), 12};
    default:
        return QProxyStyle::sizeFromContents(type, option, size, widget);
    }
}

QRect LikenessStyle::subElementRect(
    SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    switch (element) {
    case SE_LineEditContents: {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        return frame && frame->lineWidth > 0 ? option->rect.adjusted(8, 1, -8, -1) : option->rect;
    }
    case SE_CheckBoxFocusRect:
    case SE_RadioButtonFocusRect:
        return option->rect;
    default:
        return QProxyStyle::subElementRect(element, option, widget);
    }
}

QRect LikenessStyle::scrollBarPart(const QStyleOptionComplex *option, SubControl part) const
{
    const QStyleOptionSlider *bar = sliderOption(option);
    const bool across = bar->orientation == Qt::Horizontal;
    const int length = across ? bar->rect.width() : bar->rect.height();
    const int range = bar->maximum - bar->minimum;
    const int thumb = range > 0
        ? qBound(32, int(qint64(bar->pageStep) * length / (range + bar->pageStep)), length)
        : length;
    const int start = sliderPositionFromValue(
        bar->minimum, bar->maximum, bar->sliderPosition, length - thumb, bar->upsideDown);
    const auto piece = [&](int from, int size) {
        const QRect r
            = across ? QRect(from, 0, size, bar->rect.height()) : QRect(0, from, bar->rect.width(), size);
        return visualRect(bar->direction, bar->rect, r.translated(bar->rect.topLeft()));
    };
    switch (part) {
    case SC_ScrollBarSlider:
        return piece(start, thumb);
    case SC_ScrollBarGroove:
        return piece(0, length);
    case SC_ScrollBarSubPage:
        return piece(0, start);
    case SC_ScrollBarAddPage:
        return piece(start + thumb, length - start - thumb);
    default:
        return {};
    }
}

QRect LikenessStyle::subControlRect(
    ComplexControl control, const QStyleOptionComplex *option, SubControl part, const QWidget *widget) const
{
    if (control == CC_ScrollBar && sliderOption(option))
        return scrollBarPart(option, part);
    if (control == CC_ComboBox && part == SC_ComboBoxEditField)
        return visualRect(option->direction, option->rect, option->rect.adjusted(12, 1, -32, -1));
    return QProxyStyle::subControlRect(control, option, part, widget);
}

int LikenessStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_LayoutLeftMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutBottomMargin:
        // Qt's own dialogs bring no margins
        return qobject_cast<const Panel *>(widget) || qobject_cast<const QDialog *>(widget) ? Panel::padding
                                                                                            : 0;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return 8;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return 18;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return 8;
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_ListViewIconSize:
        return 20;
    case PM_ScrollBarExtent:
        return 12;
    case PM_SliderLength:
    case PM_SliderControlThickness:
    case PM_SliderThickness:
        return 20;
    case PM_ToolTipLabelFrameWidth:
        return 6;
    case PM_MenuVMargin:
        return 5;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    case PM_FocusFrameHMargin:
    case PM_FocusFrameVMargin:
        return 2;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

QIcon LikenessStyle::standardIcon(
    StandardPixmap which, const QStyleOption *option, const QWidget *widget) const
{
    if (which == SP_LineEditClearButton)
        return themedIcon(m_theme, QStringLiteral("close"), ColourRole::Soft);
    return QProxyStyle::standardIcon(which, option, widget);
}

int LikenessStyle::styleHint(
    StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *returnData) const
{
    switch (hint) {
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_ComboBox_Popup:
        return 0;
    case SH_Slider_AbsoluteSetButtons:
        return static_cast<int>(Qt::LeftButton);
    case SH_ScrollBar_LeftClickAbsolutePosition:
        return 0;
    case SH_ToolTip_WakeUpDelay:
        return 500;
    case SH_ItemView_ShowDecorationSelected:
        return 1;
    default:
        return QProxyStyle::styleHint(hint, option, widget, returnData);
    }
}

} // namespace likeness

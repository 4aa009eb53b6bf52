// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/gallery/gallery.h"
#include "ui/common/buttons.h"
#include "ui/common/icons.h"
#include "ui/common/notice.h"
#include "ui/common/panel.h"
#include "ui/common/segmented.h"
#include "ui/common/stateview.h"
#include "ui/common/text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QProgressBar>
#include <QRadioButton>
#include <QSlider>

namespace likeness {
namespace {

/// All controls in one picture; words of the test itself are not translated.
std::unique_ptr<QWidget> makeControls(Theme &theme)
{
    auto page = std::make_unique<QWidget>();
    auto *outer = new QVBoxLayout(page.get());
    outer->setContentsMargins(24, 24, 24, 24);
    auto *panel = new Panel(page.get());
    outer->addWidget(panel);
    outer->addStretch();
    auto *grid = new QGridLayout(panel);
    grid->setSpacing(16);
    grid->setColumnStretch(5, 1);
    grid->addWidget(new TextLabel(QStringLiteral("Ada Reyes"), TextRole::Title), 0, 0);
    grid->addWidget(new TextLabel(QStringLiteral("Heading"), TextRole::Heading), 0, 1);
    grid->addWidget(new TextLabel(QStringLiteral("Every size, true pixels"), TextRole::Strong), 0, 2);
    grid->addWidget(
        new TextLabel(QStringLiteral("follows the crop"), TextRole::Body, TextLabel::Tone::Soft), 0, 3);
    grid->addWidget(
        new TextLabel(QStringLiteral("648 × 648 · 94 KB"), TextRole::Small, TextLabel::Tone::Soft), 0, 4);
    int column = 0;
    for (const ButtonKind kind : {ButtonKind::Primary, ButtonKind::Secondary, ButtonKind::Flat}) {
        for (const bool enabled : {true, false}) {
            auto *button = new QPushButton(QStringLiteral("Upload"));
            button->setIcon(themedIcon(theme, QStringLiteral("upload"),
                kind == ButtonKind::Primary ? ColourRole::OnAccent : ColourRole::Ink));
            setButtonKind(*button, kind);
            button->setEnabled(enabled);
            grid->addWidget(button, enabled ? 1 : 2, column);
        }
        ++column;
    }
    auto *segments = new SegmentedControl;
    segments->addSegment(QStringLiteral("Photo"));
    segments->addSegment(QStringLiteral("Sync board"));
    grid->addWidget(segments, 1, 3);
    auto *combo = new QComboBox;
    combo->addItems({QStringLiteral("Active Directory"), QStringLiteral("Folder")});
    combo->setAccessibleName(QStringLiteral("Kind"));
    grid->addWidget(combo, 1, 4);
    auto *on = new QCheckBox(QStringLiteral("On"));
    on->setChecked(true);
    auto *off = new QCheckBox(QStringLiteral("Off"));
    auto *gone = new QCheckBox(QStringLiteral("Disabled"));
    gone->setChecked(true);
    gone->setEnabled(false);
    auto *radio = new QRadioButton(QStringLiteral("Radio"));
    radio->setChecked(true);
    grid->addWidget(on, 3, 0);
    grid->addWidget(off, 3, 1);
    grid->addWidget(gone, 3, 2);
    grid->addWidget(radio, 3, 3);
    grid->addWidget(new QRadioButton(QStringLiteral("Other")), 3, 4);
    auto *slider = new QSlider(Qt::Horizontal);
    slider->setAccessibleName(QStringLiteral("Straighten"));
    slider->setValue(40);
    grid->addWidget(slider, 4, 0, 1, 2);
    auto *bar = new QProgressBar;
    bar->setTextVisible(false);
    bar->setValue(60);
    grid->addWidget(bar, 4, 2);
    auto *edit = new QLineEdit(QStringLiteral("ldaps://dc1.example.org"));
    edit->setAccessibleName(QStringLiteral("Address"));
    grid->addWidget(edit, 4, 3);
    auto *empty = new QLineEdit;
    empty->setPlaceholderText(QStringLiteral("Search"));
    empty->setAccessibleName(QStringLiteral("Search"));
    grid->addWidget(empty, 4, 4);
    grid->addWidget(new Separator, 5, 0, 1, 6);
    const auto say = [&](int row, Notice::Kind kind, const char *lead, const char *sentence) {
        auto *notice = new Notice(theme);
        notice->say(kind, [lead, sentence] {
            return NoticeWords {QLatin1String(lead), QLatin1String(sentence)};
        });
        grid->addWidget(notice, row, 0, 1, 6);
    };
    say(6, Notice::Kind::Warning, "Order matters.",
        "Saving to Exchange replaces the directory photo with a 64 x 64 copy, so the directory is written "
        "last.");
    say(7, Notice::Kind::Error, "Your password has expired.", "Change it, then press Retry.");
    say(8, Notice::Kind::Good, "", "Active Directory answers.");
    say(9, Notice::Kind::Info, "", "The photo that is there now is kept; you can restore it.");
    return page;
}

std::unique_ptr<QWidget> makeStateView(Theme &theme, const std::function<void(StateView &)> &enter)
{
    auto page = std::make_unique<QWidget>();
    auto *outer = new QVBoxLayout(page.get());
    outer->setContentsMargins(24, 24, 24, 24);
    auto *view = new StateView(theme, page.get());
    outer->addWidget(view);
    enter(*view);
    return page;
}

} // namespace

QList<GalleryScreen> commonScreens()
{
    return {
        {QStringLiteral("controls"), makeControls},
        {QStringLiteral("state-loading"),
            [](Theme &theme) { return makeStateView(theme, [](StateView &view) { view.showLoading(); }); }},
        {QStringLiteral("state-error"),
            [](Theme &theme) {
                return makeStateView(theme, [](StateView &view) {
                    view.showError(QStringLiteral("Active Directory cannot be reached"),
                        QStringLiteral(
                            "There was no answer. Check the network or the VPN, then press Retry."),
                        {Errc::Offline});
                });
            }},
        {QStringLiteral("state-empty"),
            [](Theme &theme) {
                return makeStateView(theme, [](StateView &view) {
                    view.showEmpty(QStringLiteral("picture"), QStringLiteral("No picture yet"),
                        QStringLiteral("Drop a picture here, paste one, or open a file."),
                        QStringLiteral("Open"));
                });
            }},
    };
}

} // namespace likeness

// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/gui/statepictures.h"

#include "services/sandbox/sandboxpeople.h"
#include "ui/common/findingwords.h"
#include "ui/common/nodewords.h"
#include "ui/sync/boardcard.h"

#include <QDir>
#include <QPainter>
#include <QPixmap>
#include <array>

namespace likeness {

namespace {

constexpr int cardWidth = 224;
constexpr int pictureRatio = 2; ///< sharp on screens of twice the pixels

struct StateExample
{
    SyncState state;
    SyncNode node;
    int edge; ///< 0 = no photo
    bool former; ///< an earlier photo
    bool derived;
};
/// Those that the user guide tells of.
constexpr std::array<StateExample, syncStateCount> stateExamples {{
    {SyncState::InStep, SyncNode::Exchange, 648, false, false},
    {SyncState::Pending, SyncNode::Microsoft365, 240, true, false},
    {SyncState::Missing, SyncNode::ActiveDirectory, 0, false, false},
    {SyncState::Reduced, SyncNode::ActiveDirectory, 64, false, false},
    {SyncState::Stale, SyncNode::SharePoint, 300, true, false},
    {SyncState::Different, SyncNode::ActiveDirectory, 96, true, false},
    {SyncState::RemovedOnPurpose, SyncNode::Exchange, 0, false, false},
    {SyncState::Blocked, SyncNode::Microsoft365, 0, false, false},
    {SyncState::NoFlow, SyncNode::ActiveDirectory, 0, false, false},
    {SyncState::Unreachable, SyncNode::Exchange, 0, false, false},
    {SyncState::Unknown, SyncNode::Outlook, 0, false, true},
}};

CardLook lookOfExample(const StateExample &example)
{
    CardLook look;
    look.title = shownTitle(example.node);
    look.badge = {example.state, wordFor(example.state)};
    look.derived = example.derived;
    if (example.edge > 0) {
        look.facts = QStringLiteral("%1 px").arg(example.edge);
        look.photo = sandboxPhoto(QStringLiteral("ada.reyes"),
            example.former ? SandboxPhoto::Earlier : SandboxPhoto::Today,
            BoardCard::photoEdge * pictureRatio);
    }
    return look;
}

} // namespace

bool writeStatePictures(const QString &folder, const Theme &theme)
{
    for (const StateExample &example : stateExamples) {
        BoardCard card(theme, example.node, nullptr);
        card.setLook(lookOfExample(example));
        card.resize(cardWidth, card.heightForWidth(cardWidth));
        QPixmap picture(card.size() * pictureRatio);
        picture.setDevicePixelRatio(pictureRatio);
        picture.fill(Qt::transparent);
        card.render(&picture, QPoint(), QRegion(), QWidget::DrawChildren);
        const QString file = QStringLiteral("state-%1.png").arg(nameOf(example.state));
        if (!picture.save(QDir(folder).filePath(file)))
            return false;
    }
    return true;
}

} // namespace likeness

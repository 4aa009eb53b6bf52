// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/people/import/importdrop.h"

#include <QDropEvent>
#include <QFileInfo>
#include <QMimeData>
#include <QUrl>
#include <QWidget>

namespace likeness {

namespace {

/// Empty = nothing that can be imported.
QString importPathIn(const QMimeData &data)
{
    const QList<QUrl> urls = data.urls();
    const QString path = urls.isEmpty() ? QString() : urls.constFirst().toLocalFile();
    const bool isList = path.endsWith(QLatin1StringView(".csv"), Qt::CaseInsensitive);
    return isList || QFileInfo(path).isDir() ? path : QString();
}

} // namespace

ImportDrop::ImportDrop(QWidget &target, std::function<bool()> isOpen)
    : QObject(&target)
    , m_isOpen(std::move(isOpen))
{
    target.setAcceptDrops(true);
    target.installEventFilter(this);
}

bool ImportDrop::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::DragEnter && event->type() != QEvent::Drop)
        return QObject::eventFilter(watched, event);
    auto *drop = static_cast<QDropEvent *>(event);
    const QString path = importPathIn(*drop->mimeData());
    if (path.isEmpty() || !m_isOpen())
        return QObject::eventFilter(watched, event);
    drop->setDropAction(Qt::CopyAction);
    drop->accept();
    if (event->type() == QEvent::Drop)
        emit dropped(path);
    return true;
}

} // namespace likeness

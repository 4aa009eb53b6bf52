// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/common/findingwords.h"

#include <QTimer>
#include <QWidget>

class QPushButton;

namespace likeness {

/// A remedy: what it is, who may and what else it does, and the buttons to copy it or have it done.
class CurePanel final : public QWidget
{
    Q_OBJECT
public:
    CurePanel(const QString &id, const CureWords &words, QWidget *parent);

    /// An own action that runs, or may not be begun now.
    void setBusy(bool busy);

signals:
    void requested(const QString &id);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QPushButton *copyButton(const QString &text, const QString &copied);

    QPushButton *m_do = nullptr;
    QPushButton *m_copied = nullptr; ///< the one that says so now
    QString m_copiedText; ///< what it says otherwise
    QTimer m_sayCopied;
};

} // namespace likeness

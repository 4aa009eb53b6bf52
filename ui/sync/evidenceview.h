// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTextEdit>

namespace likeness {

/// Technical text: monospaced, selectable, as high as its lines need; Tab leaves it. Written from left to
/// right in every language.
class EvidenceView final : public QTextEdit
{
    Q_OBJECT
public:
    explicit EvidenceView(QWidget *parent = nullptr);

    void setText(const QString &text);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    void chooseFont();
    void fitHeight();
};

} // namespace likeness

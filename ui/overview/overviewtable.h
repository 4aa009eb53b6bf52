// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTableView>

namespace likeness {

class Theme;

/// The matrix: its head and its first column stay where they are while one scrolls, and a whole row is one
/// target. Any number of rows: all are as high.
class OverviewTable final : public QTableView
{
    Q_OBJECT
public:
    explicit OverviewTable(const Theme &theme, QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *model) override;
    /// As wide as there is room, and never narrower than is readable.
    void fitColumns();

signals:
    void rowChosen(int row);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void dress(QTableView &view);
    void placePeople();
    void recolour();

    const Theme &m_theme;
    QTableView *m_people; ///< the first column again, above what scrolls
};

} // namespace likeness

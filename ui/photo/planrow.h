// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/upload/uploadplan.h"
#include "services/session/uploadsession.h"

#include <QWidget>

class QCheckBox;
class QLabel;

namespace likeness {

class PhotoThumb;
class PlanOutcome;
class Theme;

/// One store in the plan: whether to write there, the photo there now and the one to be, the facts in one
/// line, its place in the order, warnings as sentences. While it is written to, the row fills like a bar;
/// then the result replaces the facts.
class PlanRow final : public QWidget
{
    Q_OBJECT
public:
    explicit PlanRow(const Theme &theme, QWidget *parent = nullptr);

    void setOffer(const StoreOffer &offer, const PlanStep &step, int cropEdge);
    void setProgress(const StoreProgress &progress);
    /// While an upload runs nothing can be chosen.
    void setLocked(bool locked);
    const StoreOffer &offer() const { return m_offer; }
    void retranslate();

signals:
    void chosen(const likeness::StoreId &store, bool chosen);
    void retryPressed(const likeness::StoreId &store);
    void overwritePressed(const likeness::StoreId &store);
    void leavePressed(const likeness::StoreId &store);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void layOut();
    QList<QWidget *> ofWriting() const;
    void say();
    QString facts() const;
    QString replaces() const;
    QString warnings() const;
    QString stageText() const;

    const Theme &m_theme;
    StoreOffer m_offer;
    PlanStep m_step;
    StoreProgress m_progress;
    int m_cropEdge = 0;
    QCheckBox *m_check;
    PhotoThumb *m_now;
    QLabel *m_arrow;
    PhotoThumb *m_next;
    QLabel *m_name;
    QLabel *m_number;
    QLabel *m_glyph;
    QLabel *m_facts;
    QLabel *m_replaces;
    QLabel *m_warnings;
    PlanOutcome *m_outcome;
};

} // namespace likeness

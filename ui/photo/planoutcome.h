// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/upload/uploadplan.h"
#include "services/session/uploadsession.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace likeness {

class PhotoThumb;
class Theme;

/// What came of one store's upload: a failure with Retry, or a conflict with both photos side by side and the
/// two ways out of it. Hidden while there is nothing to decide.
class PlanOutcome final : public QWidget
{
    Q_OBJECT
public:
    explicit PlanOutcome(const Theme &theme, QWidget *parent = nullptr);

    void setOutcome(const StoreOffer &offer, const StoreProgress &progress);
    void retranslate();

signals:
    void retryPressed();
    void overwritePressed();
    void leavePressed();

private:
    const Theme &m_theme;
    Error m_error;
    QLabel *m_sentence;
    QWidget *m_photos;
    PhotoThumb *m_theirs;
    PhotoThumb *m_ours;
    QLabel *m_theirsCaption;
    QLabel *m_oursCaption;
    QPushButton *m_retry;
    QPushButton *m_handover; ///< copies the lines that somebody else can run instead
    QPushButton *m_details;
    QPushButton *m_keep;
    QPushButton *m_replace;
};

} // namespace likeness

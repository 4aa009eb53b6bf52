// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/gui/overviewwords.h"

#include "ui/common/errorwords.h"
#include "ui/main/windownotices.h"

#include <QCoreApplication>
#include <QDir>

namespace likeness {
namespace {

struct OverviewWords
{
    Q_DECLARE_TR_FUNCTIONS(likeness::OverviewDesk)
};

} // namespace

void sayScanFailed(WindowNotices &notices, const Error &error)
{
    notices.add(Notice::Kind::Warning, [error] {
        const ErrorWords words = wordsFor(error, OverviewWords::tr("The scan"));
        return NoticeWords {OverviewWords::tr("The scan has stopped."),
            words.title + QStringLiteral(". ") + words.sentences() + u' '
                + OverviewWords::tr("What has been seen is kept; the next scan goes on from there.")};
    });
}

void sayOverviewNotExported(WindowNotices &notices, const QString &path, const Error &error)
{
    notices.add(Notice::Kind::Warning, [path, error] {
        const ErrorWords words = wordsFor(error, QDir::toNativeSeparators(path));
        return NoticeWords {OverviewWords::tr("The overview was not written."),
            words.title + QStringLiteral(". ") + words.sentences()};
    });
}

void sayPersonMustWait(WindowNotices &notices)
{
    notices.add(Notice::Kind::Info, [] {
        return NoticeWords {OverviewWords::tr("An upload is running."),
            OverviewWords::tr("Wait until it has finished, then choose the person again.")};
    });
}

QString overviewExportTitle()
{
    return OverviewWords::tr("Export the overview");
}

} // namespace likeness

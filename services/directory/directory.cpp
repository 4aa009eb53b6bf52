// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/directory/directory.h"

namespace likeness {

namespace {

class ListedPage final : public JobOf<SeenPage>
{
public:
    explicit ListedPage(JobPtr<PeoplePage> page)
        : m_page(std::move(page))
    {
    }

private:
    void doStart() override { step(std::move(m_page), &ListedPage::deliver); }
    void deliver(const PeoplePage &page) { finish(SeenPage {page}); }

    JobPtr<PeoplePage> m_page;
};

} // namespace

JobPtr<SeenPage> Directory::everybody(int limit, const QByteArray &cookie, bool)
{
    return JobPtr<SeenPage>(new ListedPage(find({}, limit, cookie)));
}

} // namespace likeness

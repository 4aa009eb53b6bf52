// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/net/http.h"

#include <QList>
#include <functional>

namespace likeness {

/// A server in memory: notes every request and answers it by a function of the test, one turn of the event
/// loop later.
class ScriptedTransport final : public HttpTransport
{
public:
    using Answer = std::function<Result<HttpReply>(const HttpRequest &)>;

    explicit ScriptedTransport(Answer answer)
        : m_answer(std::move(answer))
    {
    }

    JobPtr<HttpReply> send(const HttpRequest &request) override;

    QList<HttpRequest> requests;

private:
    class Call;
    Answer m_answer;
};

} // namespace likeness

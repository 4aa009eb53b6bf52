// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/net/http.h"

namespace likeness::test {

/// A request or an answer as it goes over the wire, kept in tests/data/exchanges/<store>/<case>.request.txt
/// and .reply.txt: the first line, headers, an empty line, the body. Lines end with \n in the files; the last
/// line end of a body that is text is not part of it.
HttpReply replyFromText(const QByteArray &text);
QByteArray textOf(const HttpRequest &request);

/// The file's bytes; fails the program when it is not there.
QByteArray exchange(const QString &name);

} // namespace likeness::test

// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/log/categories.h"

namespace likeness {

Q_LOGGING_CATEGORY(logApp, "likeness.app", QtWarningMsg)
Q_LOGGING_CATEGORY(logNet, "likeness.net", QtWarningMsg)
Q_LOGGING_CATEGORY(logStore, "likeness.store", QtWarningMsg)

} // namespace likeness

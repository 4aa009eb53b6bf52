// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/common/theme.h"

namespace likeness {

Theme::Theme(QObject *parent)
    : QObject(parent)
{
}

} // namespace likeness

// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace likeness {

/// The script that runs the throw-away Active Directory, as installed (share/likeness/lab/directory beside
/// the program's bin) or in the source tree of this build; empty when there is neither.
QString labScript();
/// The built module that moves Samba's ports; empty = none, the script then compiles it.
QString labPortShift();

} // namespace likeness

// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <libheif/heif.h>

namespace likeness {

/// The functions of libheif, which is loaded with the first HEIF picture: it brings a dozen libraries of
/// video codecs, and every start would pay for them in time and memory. Any thread.
struct HeifLibrary
{
    decltype(&heif_context_alloc) contextAlloc = nullptr;
    decltype(&heif_context_free) contextFree = nullptr;
    decltype(&heif_context_set_maximum_image_size_limit) setMaximumImageSizeLimit = nullptr;
    decltype(&heif_context_read_from_memory_without_copy) readFromMemory = nullptr;
    decltype(&heif_context_get_primary_image_handle) primaryImageHandle = nullptr;
    decltype(&heif_image_handle_release) handleRelease = nullptr;
    decltype(&heif_image_handle_get_width) handleWidth = nullptr;
    decltype(&heif_image_handle_get_height) handleHeight = nullptr;
    decltype(&heif_image_handle_get_raw_color_profile_size) colourProfileSize = nullptr;
    decltype(&heif_image_handle_get_raw_color_profile) colourProfile = nullptr;
    decltype(&heif_image_handle_get_list_of_metadata_block_IDs) metadataIds = nullptr;
    decltype(&heif_image_handle_get_metadata_size) metadataSize = nullptr;
    decltype(&heif_image_handle_get_metadata) metadata = nullptr;
    decltype(&heif_decoding_options_alloc) optionsAlloc = nullptr;
    decltype(&heif_decoding_options_free) optionsFree = nullptr;
    decltype(&heif_decode_image) decodeImage = nullptr;
    decltype(&heif_image_release) imageRelease = nullptr;
    decltype(&heif_image_get_width) imageWidth = nullptr;
    decltype(&heif_image_get_height) imageHeight = nullptr;
    decltype(&heif_image_get_plane_readonly) imagePlane = nullptr;

    /// Null when this machine has no libheif, or one without these functions.
    static const HeifLibrary *loaded();
};

} // namespace likeness

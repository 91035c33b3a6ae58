#pragma once

#include <gumbo.h>

#include "text/document.h"

namespace gainsay::ingest {

/// What the page says of itself in JSON-LD, meta elements, <title> and <time>.
[[nodiscard]] text::Metadata read_html_metadata(const GumboNode& root);

}  // namespace gainsay::ingest

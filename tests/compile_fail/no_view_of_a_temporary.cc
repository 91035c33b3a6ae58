#include <utility>

#include "text/document.h"

void caller(gainsay::text::Document document);
void caller(gainsay::text::Document document) {
#ifdef SHOULD_FAIL
  (void)std::move(document).bytes();
  auto view = std::move(document).text({0, 1});
#else
  auto view = document.text({0, 1});
#endif
  (void)view;
}

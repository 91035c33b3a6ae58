#include "types/result.h"

gainsay::Result<int> read();
void caller();
void caller() {
#ifdef SHOULD_FAIL
  read();
#else
  (void)read();
#endif
}

#include "pair/pairer.h"
#ifdef SHOULD_FAIL
#include "text/document.h"
#endif

#include "judge/judge.h"
#ifdef SHOULD_FAIL
#include "text/document.h"
#endif

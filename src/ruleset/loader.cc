#include "ruleset/ruleset.h"

#include "pair/pairer.h"

// The libraries that the rest imports use some of these functions while they load.
import './old-browsers.ts';
import './start.ts';

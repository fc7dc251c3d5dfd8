import { showBlock } from './block.js';

showBlock(document.querySelector('#punish'));

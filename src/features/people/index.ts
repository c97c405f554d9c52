export { PeopleDialog } from './PeopleDialog';

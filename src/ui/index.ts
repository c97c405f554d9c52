export { AnchoredMenu, type MenuAnchor } from './AnchoredMenu';
export { Avatar } from './Avatar';
export { Badge } from './Badge';
export { Banner } from './Banner';
export { Button } from './Button';
export { Checkbox } from './Checkbox';
export { Chip } from './Chip';
export { ChipButton } from './ChipButton';
export { classes } from './classes';
export { Combobox, type ComboboxOption } from './Combobox';
export { CommandPalette, type PaletteGroup, type PaletteItem } from './CommandPalette';
export { ConfirmDialog } from './ConfirmDialog';
export { DateField } from './DateField';
export { Dialog } from './Dialog';
export { Disclosure } from './Disclosure';
export { EmptyState } from './EmptyState';
export { Field } from './Field';
export { focusOnArrival } from './focus-on-arrival';
export { IconButton } from './IconButton';
export { Kbd } from './Kbd';
export { Menu } from './Menu';
export {
  MenuCheckboxItem,
  MenuGroup,
  MenuItem,
  MenuRadioGroup,
  MenuSeparator,
  MenuSubmenu,
} from './MenuItems';
export { Progress } from './Progress';
export { QuotedNames } from './QuotedNames';
export { RadioGroup } from './RadioGroup';
export { SearchField } from './SearchField';
export { Select } from './Select';
export { Spinner } from './Spinner';
export { Splitter, SplitterHandle, SplitterPane } from './Splitter';
export { TextArea } from './TextArea';
export { TextField } from './TextField';
export { ThemeProvider } from './Theme';
export { ToastProvider, useToasts, type ToastMessage } from './Toasts';
export { type Tone } from './tone';
export { Tooltip, TooltipProvider } from './Tooltip';
export { useHeldWhilePressed } from './use-held-while-pressed';
export { useMediaQuery } from './use-media-query';
export { VisuallyHidden } from './VisuallyHidden';
